package org.hitledger.simulation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Makes lines of access logs, each with a number of its own, and knows of each what class it is of
 * and which row it must become: said when it is made, never read out of it.
 */
final class LineMaker {
  private static final DateTimeFormatter CLF =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss +0000", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final List<String> WORDS = List.of("blog", "shop", "help", "a", "news", "über");
  private static final List<Integer> STATUSES = List.of(200, 200, 200, 206, 304, 404, 500);

  private final Random random;
  private final Map<String, Meaning> meanings = new HashMap<>();
  private long second = Instant.parse("2024-02-28T22:00:00Z").getEpochSecond();
  private int number;

  LineMaker(Random random) {
    this.random = random;
  }

  /**
   * What must become of a line.
   *
   * @param outcome its class
   * @param row the columns {@link LedgerTables} compares, tab-separated; empty if it is no access
   */
  record Meaning(String outcome, String row) {}

  /** The first line of a log: a good one, so that its format can be found out. */
  String good() {
    return access("GET", page(), "counted");
  }

  /** Any line, without its end; a char for each byte. */
  String next() {
    int kind = random.nextInt(20);
    return switch (kind) {
      case 0 -> access("GET", page() + ".png", "filtered/excluded_extension");
      case 1 -> access("GET", page() + "/robots.txt", "filtered/excluded_name");
      case 2 -> noRequest();
      case 3 -> remember(random.nextBoolean() ? "" : " \t ", new Meaning("blank", ""));
      case 4 -> rejected("no access at all \0 %d".formatted(++number), "rejected/no_match");
      case 5 -> rejected(badTime(), "rejected/bad_time");
      case 6 -> oddBytes();
      default -> access(kind == 7 ? "POST" : "GET", page(), "counted");
    };
  }

  /** What a line means; one that was never finished is no access. */
  Meaning meaning(String line) {
    return meanings.getOrDefault(line, new Meaning("rejected/no_match", ""));
  }

  private String page() {
    return "/%s/%d".formatted(WORDS.get(random.nextInt(WORDS.size())), random.nextInt(30));
  }

  private String access(String method, String path, String outcome) {
    return access(method, bytes(path), path, outcome);
  }

  private String oddBytes() {
    return access("GET", "/odd/ÿ" + (char) 0xE4, "/odd/\\xFF\\xE4", "counted");
  }

  private String access(String method, String sent, String path, String outcome) {
    number++;
    second += random.nextInt(40);
    String host = host();
    int status = STATUSES.get(random.nextInt(STATUSES.size()));
    String line =
        "%s - - [%s] \"%s %s?c=%d HTTP/1.1\" %d %d \"-\" \"Mozilla/5.0 (X11) c%d\""
            .formatted(host, time(), method, sent, number, status, random.nextInt(9999), number);
    return remember(
        line,
        new Meaning(outcome, row(host, status, path, "c=" + number, "Mozilla/5.0 (X11)", outcome)));
  }

  private String noRequest() {
    number++;
    String host = host();
    String line = "%s - - [%s] \"-\" 408 - \"-\" \"c%d\"".formatted(host, time(), number);
    String outcome = "filtered/no_request";
    return remember(line, new Meaning(outcome, row(host, 408, null, null, "", outcome)));
  }

  private String row(
      String host, int status, String path, String query, String agent, String outcome) {
    String wholeAgent = (agent + " c" + number).strip();
    return "%d\t%s\t%d\t%s\t%s\t%s\t%s"
        .formatted(second, host, status, path, query, wholeAgent, outcome);
  }

  private String badTime() {
    return "%s - - [31/Jun/2024:00:00:00 +0000] \"GET /%d HTTP/1.1\" 200 5 \"-\" \"x\""
        .formatted(host(), ++number);
  }

  private String host() {
    return "10.0.%d.%d".formatted(random.nextInt(4), random.nextInt(250));
  }

  private String time() {
    return CLF.format(Instant.ofEpochSecond(second));
  }

  private String rejected(String line, String outcome) {
    return remember(line, new Meaning(outcome, ""));
  }

  private String remember(String line, Meaning meaning) {
    meanings.put(line, meaning);
    return line;
  }

  private static String bytes(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}
