package org.hitledger.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hitledger.testing.LogFile;

/** A log of more rows than a page shows, with hostile texts wherever a stranger can write them. */
final class StrangeLog {
  static final String WORD = "w".repeat(100_000);
  private static final int MANY = 600;
  private static final String AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Firefox/120.0";

  /** Each without a space, so that it can be a host and a path too. */
  private static final List<String> HOSTILE =
      List.of(
          "<script>alert(1)</script>",
          "<img/src=x/onerror=alert(1)>",
          "</style></script><svg/onload=alert(1)>",
          "'onmouseover='alert(1)",
          "&lt;b&gt;&quot;",
          "javascript:alert(1)",
          "=HYPERLINK(1)",
          "+1+1,2",
          "-1+1;2",
          "@SUM(1)",
          "${7*7}{{7*7}}",
          // U+202E as UTF-8, and bytes that are none.
          "\u00e2\u0080\u00aegpj.exe",
          "\u00ff\u00fe\u00c0",
          WORD);

  private StrangeLog() {}

  static Path write(Path file) {
    var lines = new ArrayList<String>();
    HOSTILE.forEach(
        text -> {
          // Often enough to be among the rows that are shown.
          for (int i = 0; i < 3; i++) {
            lines.add(line(text, "/" + text + "/x", 200, "http://" + text + "/", AGENT));
            lines.add(line("h", "/a" + text, 404, text, text));
            lines.add(line("h", "/b" + text, 403, "-", "bot/1.0 (" + text + ")"));
            lines.add(line("h", "/c" + text + ".png", 200, text, "bot-" + text));
          }
        });
    IntStream.range(0, MANY)
        .forEach(
            i -> {
              lines.add(
                  line("host" + i, "/s" + i + "/p", 200, "http://r" + i + ".example/", AGENT));
              lines.add(line("h", "/none" + i, 404, "http://r" + i + ".example/", AGENT));
              lines.add(line("h", "/forbidden" + i, 403, "-", AGENT));
              lines.add(line("h", "/f" + i + ".png", 200, "-", AGENT));
            });
    return LogFile.write(file, lines.stream().map(line -> line.getBytes(ISO_8859_1)).toList());
  }

  private static String line(String host, String path, int status, String referer, String agent) {
    return "%s - - [01/Jun/2012:%02d:00:00 +0000] \"GET %s HTTP/1.1\" %d 5 \"%s\" \"%s\""
        .formatted(host, path.length() % 24, path, status, referer, agent);
  }
}
