package org.hitledger.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** What is rare in a log: lines that are no accesses, and targets that are more than a path. */
final class OddLines {
  private static final String LINE = "192.0.2.7 - - [%s] \"%s\" %s";
  private static final String TAIL = "200 512 \"-\" \"Mozilla/5.0 (X11; Linux x86_64)\"";
  private static final String GOOD = "GET /book/programming/html/index.html HTTP/1.1";

  private static final String[] REQUESTS = {
    "-", "GET /book/programming/html/index.html", "GET http://[::1/book/x HTTP/1.1", ""
  };

  private static final String[] TIMES = {
    "31/Jun/2012:08:00:00 -0400",
    "30/Feb/2012:08:00:00 -0400",
    "01/Jun/2012:24:00:00 -0400",
    "01/Jun/2012:08:00:00",
    "2012-06-01T08:00:00"
  };

  private static final String[] TAILS = {"200", "200 512 garbage", "200 512 \"-\"", "OK 512"};

  private static final String[] NO_LINES = {"", "   ", "\t", "-", "# log rotated", "192.0.2.7 - -"};

  private static final String[] VARIANTS = {
    "%s?page=2", "%s?from=/a.png", "%s;v=1", "%s;v=1?x=2#y", "%s#top", "http://www.example.org%s",
    "HTTP://www.example.org:80%s", "%s/", "%s/two words", "//www.example.org%s", "/%s", "/.%s"
  };

  private final Dice dice;

  OddLines(Dice dice) {
    this.dice = dice;
  }

  /** A line that is no access, none of a page, or nearly none. */
  byte[] any(String time) {
    String line =
        switch (dice.below(4)) {
          case 0 -> one(NO_LINES);
          case 1 -> LINE.formatted(time, one(REQUESTS), TAIL);
          case 2 -> LINE.formatted(one(TIMES), GOOD, TAIL);
          default -> LINE.formatted(time, GOOD, one(TAILS));
        };
    return line.getBytes(US_ASCII);
  }

  /** A target of which the path is only a part. */
  byte[] variantOf(byte[] target) {
    return one(VARIANTS).formatted(new String(target, US_ASCII)).getBytes(US_ASCII);
  }

  private String one(String[] all) {
    return all[dice.below(all.length)];
  }
}
