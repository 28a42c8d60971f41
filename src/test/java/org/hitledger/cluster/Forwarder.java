package org.hitledger.cluster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands between the job and the server, on loopback, notes what is asked for, and makes trouble.
 * All bytes pass as they are, so that what is signed stays so.
 */
final class Forwarder implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
  private static final Pattern WAITS = Pattern.compile("(?i)\r\nexpect: *100-continue");
  private static final String BUSY =
      """
      HTTP/1.1 503 Slow Down\r
      Content-Type: application/xml\r
      Content-Length: %d\r
      Connection: close\r
      \r
      %s""";
  private static final String SLOW_DOWN =
      "<?xml version=\"1.0\"?><Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>";

  private final ServerSocket door;
  private final URI server;
  private final BlockingQueue<S3Request> seen = new LinkedBlockingQueue<>();
  private final List<Trouble> troubles = new CopyOnWriteArrayList<>();

  private Forwarder(ServerSocket door, URI server) {
    this.door = door;
    this.server = server;
  }

  static Forwarder to(URI server) throws IOException {
    var forwarder =
        new Forwarder(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
    inBackground(forwarder::takeAll);
    return forwarder;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  /** From here on. */
  void make(Trouble trouble) {
    troubles.add(trouble);
  }

  /** No more trouble, and nothing seen. */
  void calm() {
    troubles.clear();
    seen.clear();
  }

  /** Waits until something is asked for. */
  void awaitFirst() throws InterruptedException {
    if (seen.poll(1, TimeUnit.MINUTES) == null) {
      throw new AssertionError("nothing was asked for");
    }
  }

  /** All requests so far, in the order in which they came. */
  List<S3Request> seen() {
    return List.copyOf(seen);
  }

  private void takeAll() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        inBackground(() -> serve(client));
      } catch (IOException e) {
        // The door was closed, or a client has left before it was served.
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        var upstream = new Socket(server.getHost(), server.getPort())) {
      var answers = new Answers(upstream, client);
      inBackground(answers::pass);
      InputStream in = client.getInputStream();
      boolean open = true;
      while (open) {
        Optional<String> head = head(in);
        open = head.isPresent() && pass(head.get(), in, upstream, answers, client);
      }
    } catch (IOException e) {
      // One of the two has ended the connection, which ends both.
    }
  }

  private boolean pass(String head, InputStream in, Socket upstream, Answers answers, Socket client)
      throws IOException {
    S3Request request = S3Request.of(head);
    seen.add(request);
    Optional<Trouble.Kind> trouble =
        troubles.stream().flatMap(each -> each.at(request).stream()).findFirst();
    if (trouble.equals(Optional.of(Trouble.Kind.BUSY))) {
      if (!WAITS.matcher(head).find()) {
        copy(in, OutputStream.nullOutputStream(), length(head));
      }
      answer(client, BUSY.formatted(SLOW_DOWN.length(), SLOW_DOWN));
      return false;
    }
    if (trouble.isPresent()) {
      answers.cutSoon();
    }
    upstream.getOutputStream().write(head.getBytes(ISO_8859_1));
    copy(in, upstream.getOutputStream(), length(head));
    return true;
  }

  private static void answer(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(ISO_8859_1));
    client.shutdownOutput();
  }

  /** To the empty line after the headers; empty if the client has said all. */
  private static Optional<String> head(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    int tail = 0;
    while (tail != 0x0d0a0d0a) {
      int next = in.read();
      if (next < 0) {
        return Optional.empty();
      }
      head.write(next);
      tail = tail << 8 | next;
    }
    return Optional.of(head.toString(ISO_8859_1));
  }

  private static long length(String head) {
    Matcher length = LENGTH.matcher(head);
    return length.find() ? Long.parseLong(length.group(1)) : 0;
  }

  private static void copy(InputStream in, OutputStream out, long length) throws IOException {
    byte[] some = new byte[8192];
    long left = length;
    while (left > 0) {
      int read = in.read(some, 0, (int) Math.min(left, some.length));
      if (read < 0) {
        throw new IOException("a body ended " + left + " bytes too early");
      }
      out.write(some, 0, read);
      left -= read;
    }
  }

  private static void inBackground(Runnable work) {
    var thread = new Thread(work, "forwarder");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  /** What the server says on one connection. */
  private static final class Answers {
    private final Socket from;
    private final Socket to;
    private volatile boolean isCut;

    Answers(Socket from, Socket to) {
      this.from = from;
      this.to = to;
    }

    /** The next answer will not be whole. */
    void cutSoon() {
      isCut = true;
    }

    void pass() {
      byte[] some = new byte[8192];
      try (from;
          to) {
        int read = from.getInputStream().read(some);
        while (read >= 0 && !isCut) {
          to.getOutputStream().write(some, 0, read);
          read = from.getInputStream().read(some);
        }
        if (read > 0) {
          to.getOutputStream().write(some, 0, read / 2);
        }
      } catch (IOException e) {
        // One of the two has ended the connection, which ends both.
      }
    }
  }
}
