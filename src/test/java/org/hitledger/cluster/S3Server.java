package org.hitledger.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A server that speaks S3, on loopback, in a process of its own, with one bucket in memory, for
 * those alone who know its secret.
 */
final class S3Server implements AutoCloseable {
  /** Found nowhere but where it is meant to be. */
  static final String SECRET = "xyzzy-that-nobody-else-sees";

  private static final String WHO = "AKIDHITLEDGER";
  private static final Path JARS = Path.of("target/s3").toAbsolutePath();

  /** What a job needs to know of S3. */
  static final Path S3A = JARS.resolve("s3a");

  private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI endpoint;
  private final Process process;

  private S3Server(URI endpoint, Process process) {
    this.endpoint = endpoint;
    this.process = process;
  }

  /** Fetches server and S3A, once, starts the server, and makes the bucket. */
  static S3Server start(Path folder) throws Exception {
    fetch("server");
    fetch("s3a");
    URI endpoint = URI.create("http://127.0.0.1:" + freePort());
    Path settings =
        Files.writeString(
            folder.resolve("s3proxy.conf"),
            """
            s3proxy.endpoint=%s
            s3proxy.authorization=aws-v2-or-v4
            s3proxy.identity=%s
            s3proxy.credential=%s
            s3proxy.ignore-unknown-headers=true
            jclouds.provider=transient
            jclouds.identity=x
            jclouds.credential=x
            """
                .formatted(endpoint, WHO, SECRET));
    Process process =
        new ProcessBuilder(
                QuickStart.java(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                JARS.resolve("server") + "/*",
                "org.gaul.s3proxy.Main",
                "--properties",
                settings.toString())
            .redirectErrorStream(true)
            .start();
    var server = new S3Server(endpoint, process);
    try {
      server.awaitStart();
      server.send("PUT", "", BodyPublishers.noBody());
      return server;
    } catch (Exception e) {
      server.close();
      throw e;
    }
  }

  private static void fetch(String what) throws Exception {
    List<String> command =
        List.of("mvn", "-q", "-B", "-f", "src/test/s3", "-P", what, "dependency:copy-dependencies");
    Once.since(
        Path.of("src/test/s3/pom.xml"),
        JARS.resolve(what + ".fetched"),
        () -> {
          if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException("cannot fetch " + what);
          }
        });
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Reads what the server says, to the end, so that it never waits for a reader. */
  private void awaitStart() throws Exception {
    var up = new CompletableFuture<Boolean>();
    var reader =
        new Thread(
            () -> {
              try (Stream<String> log = process.inputReader().lines()) {
                log.filter(line -> line.contains("Started Server@"))
                    .forEach(line -> up.complete(true));
              }
              up.complete(false);
            });
    reader.setDaemon(true);
    reader.start();
    if (!up.get(60, TimeUnit.SECONDS)) {
      throw new IOException("the server ended before it was up");
    }
  }

  URI endpoint() {
    return endpoint;
  }

  /** The settings with which the job finds it at an address, S3A's jars, and credentials. */
  static Submit known(URI address, Submit job, String secret) throws IOException {
    try (Stream<Path> jars = Files.list(S3A)) {
      return job.conf(
              "spark.jars=" + String.join(",", jars.map(Path::toString).sorted().toList()),
              "spark.hadoop.fs.s3a.endpoint=" + address,
              "spark.hadoop.fs.s3a.endpoint.region=us-east-1",
              "spark.hadoop.fs.s3a.path.style.access=true")
          .environment("AWS_ACCESS_KEY_ID", WHO)
          .environment("AWS_SECRET_ACCESS_KEY", secret);
    }
  }

  void put(String key, Path file) throws Exception {
    send("PUT", "/" + inUri(key), BodyPublishers.ofFile(file));
  }

  void put(String key, String text) throws Exception {
    send("PUT", "/" + inUri(key), BodyPublishers.ofString(text));
  }

  /** The files of a folder, below a prefix. */
  void putAll(Path files, String prefix) throws Exception {
    try (Stream<Path> all = Files.list(files)) {
      for (Path file : all.toList()) {
        put(prefix + "/" + file.getFileName(), file);
      }
    }
  }

  /** The results below a prefix as local files, for who knows nothing of S3. */
  Path copy(String results, Path copy) throws Exception {
    for (String key : keys(results + "/")) {
      Path file = copy.resolve(key.substring(results.length() + 1).replace("%3D", "="));
      if (!key.endsWith("/")) {
        Files.createDirectories(file.getParent());
        Files.write(file, get(key));
      }
    }
    return copy;
  }

  byte[] get(String key) throws Exception {
    return send("GET", "/" + inUri(key), BodyPublishers.noBody());
  }

  /** All keys that begin so, sorted, where they are fewer than a thousand, with plain names. */
  List<String> keys(String prefix) throws Exception {
    String page = new String(send("GET", "?prefix=" + prefix, BodyPublishers.noBody()), UTF_8);
    return KEY.matcher(page).results().map((MatchResult key) -> key.group(1)).sorted().toList();
  }

  private static String inUri(String key) {
    return URLEncoder.encode(key, UTF_8).replace("+", "%20").replace("%2F", "/");
  }

  private byte[] send(String method, String rest, BodyPublisher body) throws Exception {
    String resource = "/bucket" + rest;
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(UTC));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(endpoint + resource))
            .method(method, body)
            .header("Date", date)
            .header("Authorization", "AWS " + WHO + ":" + signature(method, date, resource))
            .build();
    HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(answer + ": " + new String(answer.body(), UTF_8));
    }
    return answer.body();
  }

  /** Version 2 of S3's signatures, which is short. */
  private static String signature(String method, String date, String resource) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA1"));
    String signed = method + "\n\n\n" + date + "\n" + resource.split("\\?", -1)[0];
    return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
