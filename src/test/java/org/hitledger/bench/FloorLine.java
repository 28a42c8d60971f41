package org.hitledger.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The rules over one line in a buffer, as far as the benchmark's corpora go: no quotes inside of
 * fields, one space between fields, methods that are ones.
 */
final class FloorLine {
  private static final int TIME_LENGTH = "01/Jun/2012:22:17:55 -0400".length();
  private static final int DATE_LENGTH = "01/Jun/2012".length();
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
  private static final byte[] PROTOCOL = ascii("HTTP/");
  private static final byte[] SECTION = ascii("book");
  private static final byte[][] NAMES =
      Stream.of(
              "favicon.ico robots.txt index.php humans.txt a2test ping dompdf.php crossdomain.xml"
                  + " _images search.html genindex.html searchindex.js modindex.html"
                  + " py-modindex.html")
          .flatMap(names -> Stream.of(names.split(" ")))
          .map(FloorLine::ascii)
          .toArray(byte[][]::new);
  private static final byte[][] EXTENSIONS = {ascii(".png"), ascii(".js"), ascii(".css")};

  private final byte[] b;
  private byte[] lastDate = {};
  private int end;
  private int pathFrom;
  private int pathTo;

  FloorLine(byte[] buffer) {
    b = buffer;
  }

  int pathFrom() {
    return pathFrom;
  }

  int pathTo() {
    return pathTo;
  }

  /** Whether the line from here to there counts; if so, the path is set. */
  boolean isCounted(int from, int to) {
    end = to;
    int time = skipWord(skipWord(skipWord(from)));
    int request = time + TIME_LENGTH + 4;
    if (request >= end || b[time] != '[' || b[request - 3] != ']' || b[request - 1] != '"') {
      return false;
    }
    int quote = find('"', request);
    return findTarget(request, quote)
        && findPath()
        && isPage()
        && isTail(quote + 1)
        && isTime(time + 1);
  }

  private int skipWord(int at) {
    return find(' ', at) + 1;
  }

  private int find(char wanted, int at) {
    int i = at;
    while (i < end && b[i] != wanted) {
      i++;
    }
    return i;
  }

  /** Behind the first space, up to the last one if a protocol follows it. */
  private boolean findTarget(int from, int to) {
    int last = to - 1;
    while (last > from && b[last] != ' ') {
      last--;
    }
    pathFrom = Math.min(skipWord(from), to);
    pathTo = last > pathFrom && isProtocol(last + 1, to) ? last : to;
    return pathFrom < pathTo;
  }

  private boolean isProtocol(int from, int to) {
    int version = from + PROTOCOL.length;
    return version < to && Arrays.equals(b, from, version, PROTOCOL, 0, PROTOCOL.length);
  }

  private boolean findPath() {
    boolean isHttp = true;
    if (b[pathFrom] != '/') {
      int colon = find(':', pathFrom);
      if (colon >= pathTo || !isScheme(colon)) {
        return false;
      }
      isHttp = text(pathFrom, colon).toLowerCase(Locale.ROOT).matches("https?");
      pathFrom = colon + 1;
    }
    if (pathFrom + 1 < pathTo && b[pathFrom] == '/' && b[pathFrom + 1] == '/') {
      int path = authorityEnd();
      if (text(pathFrom, path).contains("[") != text(pathFrom, path).contains("]")) {
        return false;
      }
      pathFrom = path;
    }
    cut(isHttp);
    return true;
  }

  /** What starts with neither a slash nor a scheme is not below the section. */
  private boolean isScheme(int colon) {
    return text(pathFrom, colon).matches("[A-Za-z][A-Za-z0-9+.-]*");
  }

  private int authorityEnd() {
    int i = pathFrom + 2;
    while (i < pathTo && b[i] != '/' && b[i] != '?' && b[i] != '#') {
      i++;
    }
    return i;
  }

  private void cut(boolean isHttp) {
    int semicolon = -1;
    int i = pathFrom;
    for (; i < pathTo && b[i] != '?' && b[i] != '#'; i++) {
      if (b[i] == '/') {
        semicolon = -1;
      } else if (b[i] == ';' && semicolon < 0) {
        semicolon = i;
      }
    }
    pathTo = isHttp && semicolon >= 0 ? semicolon : i;
  }

  private boolean isPage() {
    int segments = 0;
    int start = pathFrom;
    for (int i = pathFrom; i <= pathTo; i++) {
      if (i == pathTo || b[i] == '/') {
        if (i > start) {
          if ((segments == 0 && !Arrays.equals(b, start, i, SECTION, 0, SECTION.length))
              || isExcludedName(start, i)) {
            return false;
          }
          segments++;
        }
        start = i == pathTo ? start : i + 1;
      }
    }
    return segments > 1 && !hasExcludedExtension(start);
  }

  private boolean isExcludedName(int from, int to) {
    for (byte[] name : NAMES) {
      if (name.length == to - from && Arrays.equals(b, from, to, name, 0, name.length)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasExcludedExtension(int segment) {
    for (byte[] ending : EXTENSIONS) {
      int from = pathTo - ending.length;
      if (from >= segment && Arrays.equals(b, from, pathTo, ending, 0, ending.length)) {
        return true;
      }
    }
    return false;
  }

  private boolean isTail(int from) {
    int status = from + 1;
    int statusEnd = digitsEnd(status);
    int size = statusEnd + 1;
    int sizeEnd = size < end && b[size] == '-' ? size + 1 : digitsEnd(size);
    if (statusEnd == status || sizeEnd <= size || b[statusEnd] != ' ') {
      return false;
    }
    int referer = sizeEnd + 2;
    int agent = find('"', referer) + 3;
    return sizeEnd == end
        || (b[referer - 1] == '"'
            && agent < end
            && b[agent - 1] == '"'
            && find('"', agent + 1) < end);
  }

  private int digitsEnd(int from) {
    int i = from;
    while (i < end && b[i] >= '0' && b[i] <= '9') {
      i++;
    }
    return i;
  }

  private boolean isTime(int from) {
    int clock = from + DATE_LENGTH;
    return b[clock] == ':'
        && isUpTo(23, clock + 1)
        && b[clock + 3] == ':'
        && isUpTo(59, clock + 4)
        && b[clock + 6] == ':'
        && isUpTo(60, clock + 7)
        && b[clock + 9] == ' '
        && (b[clock + 10] == '-' || b[clock + 10] == '+')
        && isUpTo(23, clock + 11)
        && isUpTo(59, clock + 13)
        && isDate(from, clock);
  }

  private boolean isUpTo(int most, int at) {
    int tens = b[at] - '0';
    int ones = b[at + 1] - '0';
    return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 && 10 * tens + ones <= most;
  }

  /** The same day comes again and again. */
  private boolean isDate(int from, int to) {
    if (Arrays.equals(b, from, to, lastDate, 0, lastDate.length)) {
      return true;
    }
    boolean exists = exists(text(from, to));
    if (exists) {
      lastDate = Arrays.copyOfRange(b, from, to);
    }
    return exists;
  }

  private static boolean exists(String date) {
    if (!date.matches("\\d\\d/[A-Z][a-z][a-z]/\\d{4}")) {
      return false;
    }
    int month = 1 + MONTHS.indexOf(date.substring(3, 6));
    int year = Integer.parseInt(date.substring(7));
    return month > 0
        && year > 0
        && YearMonth.of(year, month).isValidDay(Integer.parseInt(date.substring(0, 2)));
  }

  private String text(int from, int to) {
    return new String(b, from, to - from, US_ASCII);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
