package org.hitledger.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A mock of the API of a Kubernetes cluster, on loopback: it takes whatever object it is given,
 * answers with the same, and runs nothing.
 */
final class MockKubernetes implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Queue<JsonNode> objects = new ConcurrentLinkedQueue<>();

  MockKubernetes() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  /** The address as {@code --master} wants it. */
  String master() {
    return "k8s://http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The only object of a kind that was given. */
  JsonNode only(String kind) {
    return objects.stream()
        .filter(object -> object.path("kind").asText().equals(kind))
        .reduce(
            (one, other) -> {
              throw new AssertionError("two of " + kind + ": " + one + other);
            })
        .orElseThrow(() -> new AssertionError("no " + kind + " among " + objects));
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode object = JSON.readTree(exchange.getRequestBody());
      int status = 404;
      if (object instanceof ObjectNode given) {
        objects.add(given.deepCopy());
        given.withObjectProperty("metadata").put("uid", "of-the-mock");
        status = 201;
      }
      byte[] answer = object.toString().getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
