package org.hitledger.oracle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * An endless supply of log lines, most of them somewhere near the border between two classes.
 *
 * <p>Random bytes would nearly all be the same class. So the lines are built out of plausible parts
 * with, now and then, one part that is wrong in a known way; some are broken afterwards, and few
 * are noise from the start, made of the bytes that mean something to a parser. The same seed gives
 * the same lines: a seed in a failed test's message is enough to see the line again.
 *
 * <p>Inside, a line is a string with one character for each byte, so that parts which are not valid
 * text can be put together like all others.
 */
public final class HostileLines {

  /** The oracle backtracks: its time may grow with the cube of the length. */
  private static final int LONGEST = 400;

  private static final String STRUCTURAL = "\" []5/;?#:-a";

  private static final String[] HOSTS = {
    "1.2.3.4", "::1", "2001:db8::ff00:42:8329", "host.example.org", "-", "[::1]", "a\"b", "\u00ff"
  };

  private static final String[] USERS = {
    "-", "-", "-", "frank", "\"\"", "[x]", "[", "a]\"", "\0", utf8("jürgen"), "\u00c3", "\u0085"
  };

  private static final String[] ODD_GAPS = {
    "  ",
    "   ",
    "\t",
    "\u000b",
    "\f",
    "\r",
    " \t\u000b\f\r ",
    "",
    "\0",
    "\u0085",
    "\u00a0",
    "\u001c"
  };

  private static final String[] BLANKS = {"", " ", "\t", "\r", "\f", "\u000b", "  ", " \t \r"};

  private static final String[] NEARLY_BLANK = {"\0", "\u0085", "\u00a0", "\u001f", "\u001c", "-"};

  private static final String[] GOOD_TIMES = {
    "01/Jun/2012:22:17:55 -0400",
    "29/Feb/2012:00:00:00 +0000",
    "29/Feb/2000:23:59:59 +2359",
    "31/Dec/9999:23:59:59 -2359",
    "01/Jan/0001:00:00:00 -0000",
    "30/Apr/2021:12:30:30 +0530",
    "28/Feb/1900:01:02:03 +1400"
  };

  private static final String[] BAD_TIMES = {
    "",
    " ",
    "-",
    "31/Feb/2012:00:00:00 +0000",
    "29/Feb/2011:00:00:00 +0000",
    "29/Feb/1900:00:00:00 +0000",
    "30/Feb/2012:00:00:00 +0000",
    "31/Apr/2012:00:00:00 +0000",
    "00/Jan/2012:00:00:00 +0000",
    "32/Jan/2012:00:00:00 +0000",
    "01/Jan/0000:00:00:00 +0000",
    "01/Jan/2012:24:00:00 +0000",
    "01/Jan/2012:00:60:00 +0000",
    "30/Jun/2012:23:59:60 +0000",
    "01/Jan/2012:00:00:00 +2400",
    "01/Jan/2012:00:00:00 +0060",
    "01/Jan/2012:00:00:00 0000",
    "01/Jan/2012:00:00:00 Z",
    "01/Jan/2012:00:00:00 +00:00",
    "01/Jan/2012:00:00:00 UTC",
    "01/Jan/2012:00:00:00",
    "01/Jan/2012:00:00:00  +0000",
    "01/Jan/2012:00:00:00\t+0000",
    "01/Jan/2012:00:00:00+0000",
    " 01/Jan/2012:00:00:00 +0000",
    "01/Jan/2012:00:00:00 +0000 ",
    "01/Jan/2012:00:00:00 +00000",
    "1/Jan/2012:00:00:00 +0000",
    "01/jan/2012:00:00:00 +0000",
    "01/JAN/2012:00:00:00 +0000",
    "01/Jän/2012:00:00:00 +0000",
    "01/01/2012:00:00:00 +0000",
    "01/January/2012:00:00:00 +0000",
    "01/Sept/2012:00:00:00 +0000",
    "01/Jan/12:00:00:00 +0000",
    "01/Jan/12012:00:00:00 +0000",
    "01/Jan/-012:00:00:00 +0000",
    "01-Jan-2012:00:00:00 +0000",
    "01/Jan/2012 00:00:00 +0000",
    "2012-01-01T00:00:00+0000",
    "01/Jan/2012:00:00:00.000 +0000",
    "0\u00b2/Jan/2012:00:00:00 +0000",
    "01/Jan/2012:00:00:00 \u22120000"
  };

  private static final String[] TIME_WRAPPINGS = {
    "[%s",
    "%s]",
    "[%s]",
    "x] [%s",
    "%s] \"GET /book/a HTTP/1.1",
    "%s] \"a",
    "%s]x",
    "]%s",
    "\"%s\"",
    "] \"%s",
    "%s] [%s"
  };

  private static final String[] METHODS = {
    "GET", "GET", "GET", "POST", "HEAD", "-", "get", "\"", "\u0016\u0003\u0001", "[", "\\x16"
  };

  private static final String[] PROTOCOLS = {
    "HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "HTTP", "/", "\"", "]", "-", "\u00ff"
  };

  private static final String[] SHORT_REQUESTS = {
    "",
    "-",
    " ",
    "GET",
    "GET /book/x",
    "  GET   /book/x  ",
    "/book/x/y",
    "\t",
    "\\x16\\x03",
    "GET ",
    " HTTP/1.1",
    "GET\0/book/x\0HTTP/1.1",
    "GET\u00a0/book/x\u0085HTTP/1.1",
    "\u0000",
    "a\"b",
    "\\\""
  };

  private static final String[] SCHEMES = {
    "http:",
    "https:",
    "HTTP:",
    "hTtPs:",
    "ftp:",
    "urn:",
    "h2+x.-:",
    "httpx:",
    "1http:",
    "-a:",
    "+:",
    ":",
    "a:",
    "http",
    "ht_tp:",
    utf8("é:"),
    "\u00e9:",
    "ht\u00e9tp:",
    "http::",
    "h\0:",
    "book:",
    "a b:"
  };

  private static final String[] AUTHORITIES = {
    "//example.org",
    "//u:p@h:80",
    "//[::1]",
    "//[::1]:80",
    "//[::1",
    "//::1]",
    "//]x[",
    "//[[]",
    "//",
    "//[",
    "//]",
    "//book",
    "///",
    "//a;b",
    "//a b",
    "//[ ]",
    "//[v]?",
    "//[#]",
    "//[/]",
    "/[",
    "//\u00ff",
    "//a:b:c",
    "//%5B",
    utf8("//ex㏄")
  };

  private static final String[] SECTIONS = {
    "book",
    "book",
    "book",
    "presentations",
    "presentations",
    "presentations",
    utf8("übersicht"),
    utf8("übersicht"),
    utf8("übersicht"),
    "a b",
    "a b",
    "a b",
    "Book",
    "books",
    "boo",
    "b%6Fok",
    "%C3%BCbersicht",
    utf8("u\u0308bersicht"),
    "\u00fcbersicht",
    "\u00c3",
    ".",
    "*",
    "book;p",
    "book:",
    "\\xFF"
  };

  private static final String[] NAMES = {
    "favicon.ico",
    "robots.txt",
    "index.php",
    "humans.txt",
    "a2test",
    "ping",
    "dompdf.php",
    "crossdomain.xml",
    "_images",
    "search.html",
    "genindex.html",
    "searchindex.js",
    "modindex.html",
    "py-modindex.html",
    utf8("größe"),
    utf8("größe"),
    utf8("日本"),
    utf8("日本"),
    "two words",
    "two words",
    "\\xFF",
    "\\xFF",
    ".png"
  };

  private static final String[] NEAR_NAMES = {
    "Ping",
    "pings",
    "xping",
    "pin",
    "favicon.ico.",
    "_image",
    "_IMAGES",
    "ping%20",
    "p%69ng",
    "\u00ff",
    "xFF",
    "ping ",
    "ping\0",
    utf8("größe") + "\u00c3",
    utf8("日") + "\u00e6\u009c",
    "two  words",
    "ping;x"
  };

  private static final String[] PLAIN = {
    "a",
    "chapter_1",
    "x=y&z",
    "%20",
    "%2F",
    "~user",
    "a+b",
    "..",
    "a:b",
    "a;b",
    "a\"b",
    "a\\\"b",
    "[x]",
    "\\x80",
    "\\",
    utf8("é"),
    utf8("€"),
    utf8("😀"),
    utf8("\ufeff"),
    utf8("\ufffd"),
    "\u0080",
    "\u00c0\u0080",
    "\u00e0\u0080\u00af",
    "\u00ed\u00a0\u0080",
    "\u00ed\u009f\u00bf",
    "\u00f4\u0090\u0080\u0080",
    "\u00f0\u0080\u0080\u0080",
    "\u00f0\u009f\u0098",
    "\u00e2\u0082",
    "\u00e2\u0082\u00e2\u0082\u00ac",
    "\u00fe\u00ff",
    "\u007f",
    "\u0001",
    "a b",
    "a\tb",
    "a\rb",
    "a\u000bb\fc",
    "a\u001cb",
    "a\u00a0b",
    "\0"
  };

  private static final String[] ENDS = {
    ".html",
    ".png",
    ".js",
    ".css",
    ".PNG",
    ".Js",
    ".png.html",
    ".json",
    ".cssx",
    ".png/",
    ".css//",
    ".png;v=1",
    ".js;",
    ";.png",
    ";a;b",
    ";a/b",
    ";",
    "/",
    "//",
    ".",
    utf8(".äö"),
    ".tar.gz",
    ".gz",
    "~",
    ".pn",
    "png",
    ".png ",
    ".p\u00ffng",
    ".\u00e4\u00f6",
    "/.png",
    "\u00c3" + utf8(".äö")
  };

  private static final String[] RESTS = {
    "?",
    "#",
    "?y=2",
    "#z",
    "?y=2#z",
    "#z?y=2",
    "?a/b.png",
    "#/book/x",
    "??",
    "##",
    ";v=1?y=2#z",
    "?;",
    "?a b",
    "?x=http://h/[",
    "#]",
    "?\u00ff",
    "?;/"
  };

  private static final String[] RAW_QUOTES = {
    "\" 200 5",
    "\" 200 5 ",
    "\" 200 -",
    "\" 200",
    "\" 200 5x",
    "\" 200 5 \"-\" \"x\"",
    "\" \"",
    "\"",
    "\"\"",
    "\\\"",
    "\" 200 5 \"",
    "\"\t200\r5",
    "\" 2 0 0",
    "] \"",
    "\"\u000b1\f-",
    "\" 200 5\"",
    "\" 200 5 \"\" \"\""
  };

  private static final String[] STATUSES = {
    "", "-", "20x", "x", "2 0", "+200", "-200", "99999999999999999999999", "0", "\u00b2", "200 200"
  };

  private static final String[] SIZES = {
    "",
    "--",
    "-5",
    "5-",
    "- -",
    "5x",
    "x",
    "+5",
    "0",
    "99999999999999999999999",
    "\u00b9",
    "5 5",
    "5\0"
  };

  private static final String[] REFERERS = {
    "-",
    "-",
    "",
    " ",
    "http://example.org/a?b=c",
    "a\"b",
    "\"",
    "\" \"",
    "\\\"",
    "a\" \"b",
    "[x]",
    "\u00ff\0\t",
    "\" 200 5",
    "\" 200 5 \"a"
  };

  private static final String[] AGENTS = {
    "x",
    "Mozilla/5.0 (X11; Linux) \"q\"",
    "-",
    "",
    " ",
    "\"",
    "\"\"",
    "\" \"",
    "a\"",
    "\\\"",
    "\u00ff\0\t",
    "\" 200 5 \"-\" \"y"
  };

  private static final String[] AFTER = {
    "",
    "",
    "",
    " ",
    "\r",
    "\"",
    " junk",
    "junk",
    " \"third\"",
    "\0",
    " 0.003 \"a\" [",
    "\t\t",
    "\" 200 5"
  };

  private static final String[] COMMON_TAILS = {
    "",
    "",
    "",
    " ",
    "\r",
    "\t \f",
    " garbage",
    "x",
    "\0",
    "\u00a0",
    " \"",
    " \"\"",
    " \"-\"",
    " \"-\" ",
    " \"-\" \"",
    " \"-\" \"\"",
    " \"-\" \"x",
    " \"-\"\"x\"",
    "\"-\" \"x\"",
    " - x",
    " \"-\" x",
    " 'a' 'b'",
    " \"a\" b \"c\"",
    "-",
    " -"
  };

  private static final String[] TOKENS = {
    "\"",
    "\"",
    " ",
    " ",
    "[",
    "]",
    "] \"",
    "\" 200 5",
    "\" 404 -",
    "\" \"",
    "200 5",
    "-",
    "a",
    "\\\"",
    "\"x\"",
    "GET /book/a HTTP/1.1",
    " /book/b ",
    "\t",
    "\0",
    "5",
    "01/Jun/2012:22:17:55 -0400"
  };

  private final SplittableRandom random;

  /**
   * Starts a supply.
   *
   * @param seed what makes it this one
   */
  public HostileLines(long seed) {
    random = new SplittableRandom(seed);
  }

  /**
   * The next line.
   *
   * @return its bytes, without an LF among them
   */
  public byte[] next() {
    String line = line().replace('\n', '\u000b');
    return line.substring(0, Math.min(LONGEST, line.length())).getBytes(ISO_8859_1);
  }

  private String line() {
    int kind = random.nextInt(100);
    if (kind < 66) {
      return plausible();
    }
    if (kind < 88) {
      return mutated(plausible());
    }
    if (kind < 92) {
      return tokenSoup();
    }
    if (kind < 97) {
      return byteSoup();
    }
    return blank();
  }

  private String plausible() {
    return String.join(
        "",
        oneOf(HOSTS) + gap() + oneOf(USERS) + gap() + oneOf(USERS) + gap(),
        "[" + time() + "]" + gap(),
        "\"" + request() + "\"" + gap(),
        status() + gap() + size(),
        tail());
  }

  private String gap() {
    return percent(99) ? " " : oneOf(ODD_GAPS);
  }

  private String time() {
    int kind = random.nextInt(100);
    if (kind < 88) {
      return oneOf(GOOD_TIMES);
    }
    if (kind < 92) {
      return utf8(oneOf(BAD_TIMES));
    }
    if (kind < 97) {
      return numbers();
    }
    if (kind < 99) {
      return oneOf(TIME_WRAPPINGS).replace("%s", oneOf(GOOD_TIMES));
    }
    return soup(12);
  }

  /** A time with the right shape, of numbers that are now and then too large or too small. */
  private String numbers() {
    return String.format(
        Locale.ROOT,
        "%02d/%s/%04d:%02d:%02d:%02d %s%02d%02d",
        random.nextInt(33),
        oneOf("Jan", "Feb", "Feb", "Mar", "Apr", "Jun", "Sep", "Nov", "Dec"),
        percent(50) ? random.nextInt(4) * 100 + 1700 : random.nextInt(2030),
        random.nextInt(25),
        random.nextInt(61),
        random.nextInt(61),
        oneOf("+", "-"),
        random.nextInt(25),
        random.nextInt(61));
  }

  private String request() {
    int kind = random.nextInt(100);
    if (kind < 84) {
      return oneOf(METHODS) + gap() + target() + gap() + oneOf(PROTOCOLS);
    }
    if (kind < 90) {
      return oneOf(SHORT_REQUESTS);
    }
    if (kind < 96) {
      return inserted("GET " + target() + " HTTP/1.1", oneOf(RAW_QUOTES));
    }
    return percent(50) ? soup(24) : "GET " + soup(16) + " HTTP/1.1";
  }

  private String target() {
    StringBuilder target = new StringBuilder();
    if (percent(12)) {
      target.append(oneOf(SCHEMES));
    }
    if (percent(12)) {
      target.append(oneOf(AUTHORITIES));
    }
    if (percent(8)) {
      return target
          .append(oneOf("", "/", "//", "///", ";x", "/;x", "/;/;"))
          .append(rest())
          .toString();
    }
    target.append(percent(96) ? "/" : oneOf("", "//", "///", "\0/", "/ /"));
    return target.append(oneOf(SECTIONS)).append(below()).append(rest()).toString();
  }

  private String below() {
    StringBuilder segments = new StringBuilder();
    for (int left = random.nextInt(5); left > 0; left--) {
      segments.append(percent(94) ? "/" : oneOf("//", "///", "/./", "")).append(segment());
    }
    return segments.append(percent(30) ? oneOf(ENDS) : "").toString();
  }

  private String segment() {
    int kind = random.nextInt(100);
    if (kind < 20) {
      return oneOf(NAMES);
    }
    return kind < 30 ? oneOf(NEAR_NAMES) : oneOf(PLAIN);
  }

  private String rest() {
    return percent(20) ? oneOf(RESTS) : "";
  }

  private String status() {
    return percent(98) ? oneOf("200", "404", "1") : oneOf(STATUSES);
  }

  private String size() {
    return percent(98) ? oneOf("5", "31415", "-") : oneOf(SIZES);
  }

  private String tail() {
    int kind = random.nextInt(100);
    if (kind < 30) {
      return "";
    }
    if (kind < 40) {
      return oneOf(COMMON_TAILS);
    }
    if (kind < 44) {
      return gap() + soup(16);
    }
    return gap()
        + "\""
        + oneOf(REFERERS)
        + "\""
        + gap()
        + "\""
        + oneOf(AGENTS)
        + "\""
        + oneOf(AFTER);
  }

  private String blank() {
    StringBuilder blank = new StringBuilder(oneOf(BLANKS)).append(oneOf(BLANKS));
    return percent(10) ? blank.append(oneOf(NEARLY_BLANK)).toString() : blank.toString();
  }

  private String byteSoup() {
    return switch (random.nextInt(4)) {
      case 0 -> soup(40);
      case 1 -> "a b c [" + soup(40);
      case 2 -> "a b c [" + oneOf(GOOD_TIMES) + "] \"" + soup(40);
      default -> "a b c [" + soup(8) + "] \"" + soup(12) + "\" 5 5" + soup(8);
    };
  }

  /** Structure at random, but in pieces large enough to fit together now and then. */
  private String tokenSoup() {
    StringBuilder line = new StringBuilder("h - - [");
    if (percent(80)) {
      line.append(oneOf(GOOD_TIMES)).append("] \"");
    }
    for (int left = 1 + random.nextInt(14); left > 0; left--) {
      line.append(oneOf(TOKENS));
    }
    return line.append(percent(50) ? "\" 200 5" : "").toString();
  }

  private String soup(int longest) {
    StringBuilder soup = new StringBuilder();
    for (int left = random.nextInt(longest + 1); left > 0; left--) {
      soup.append(structural());
    }
    return soup.toString();
  }

  private char structural() {
    return STRUCTURAL.charAt(random.nextInt(STRUCTURAL.length()));
  }

  private String mutated(String line) {
    String mutated = line;
    for (int left = 1 + random.nextInt(3); left > 0; left--) {
      mutated = mutation().apply(mutated);
    }
    return mutated;
  }

  private UnaryOperator<String> mutation() {
    return switch (random.nextInt(9)) {
      case 0 -> line -> replaced(line, 1, "");
      case 1 -> line -> replaced(line, 1 + random.nextInt(12), "");
      case 2 -> line -> replaced(line, 1, String.valueOf(structural()));
      case 3 -> line -> replaced(line, 1, String.valueOf((char) random.nextInt(256)));
      case 4 -> line -> inserted(line, String.valueOf(structural()));
      case 5 -> line -> inserted(line, oneOf(RAW_QUOTES));
      case 6 -> line -> inserted(line, pieceOf(line));
      case 7 -> this::withFieldsSwapped;
      default -> line -> line.substring(0, random.nextInt(line.length() + 1));
    };
  }

  private String withFieldsSwapped(String line) {
    String[] fields = line.split(" ", -1);
    int one = random.nextInt(fields.length);
    int other = random.nextInt(fields.length);
    String kept = fields[one];
    fields[one] = fields[other];
    fields[other] = kept;
    return String.join(" ", fields);
  }

  private String pieceOf(String line) {
    int start = random.nextInt(line.length() + 1);
    return line.substring(start, Math.min(line.length(), start + random.nextInt(30)));
  }

  private String inserted(String line, String piece) {
    return replaced(line, 0, piece);
  }

  private String replaced(String line, int length, String piece) {
    int start = random.nextInt(line.length() + 1);
    int end = Math.min(line.length(), start + length);
    return line.substring(0, start) + piece + line.substring(end);
  }

  private boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  private String oneOf(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static String utf8(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}
