package org.hitledger.oracle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.hitledger.oracle.Draws.utf8;

import java.util.Locale;

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

  private static final String[] HOSTS = {
    "1.2.3.4", "::1", "2001:db8::ff00:42:8329", "host.example.org", "-", "[::1]", "a\"b", "\u00ff"
  };

  private static final String[] USERS = {
    "-",
    "-",
    "-",
    "frank",
    "\"\"",
    "[x]",
    "[",
    "a]\"",
    "\0",
    "\\",
    utf8("jürgen"),
    "\u00c3",
    "\u0085"
  };

  private static final String[] ODD_USERS = {
    "", "Jo Smith", " frank\t", "[x] [y]", "a [", "\\\" b"
  };

  private static final String[] BLANKS = {"", " ", "\t", "\r", "\f", "\u000b", "  ", " \t \r"};

  private static final String[] NEARLY_BLANK = {"\0", "\u0085", "\u00a0", "\u001f", "\u001c", "-"};

  private static final String[] GOOD_TIMES = {
    "01/Jun/2012:22:17:55 -0400",
    "29/Feb/2012:00:00:00 +0000",
    "29/Feb/2000:23:59:59 +2359",
    "30/Jun/2012:23:59:60 +0000",
    "01/Jan/2012:00:00:00.000 +0000",
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
    "30/Jun/2012:23:59:61 +0000",
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
    "01/Jan/2012:00:00:00. +0000",
    "01/Jan/2012:00:00:00,5 +0000",
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

  private static final String[] STATUSES = {
    "", "--", "20x", "x", "2 0", "+200", "-200", "99999999999999999999999", "0", "\u00b2", "200 200"
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
    "\\\" \\\"",
    "a\" \"b",
    "C:\\",
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
    "\\\"q\\\" \"",
    "C:\\",
    "C:\\\\",
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

  private final Draws draws;
  private final Mutations mutations;
  private final HostileRequests requests;

  /**
   * Starts a supply.
   *
   * @param seed what makes it this one
   */
  public HostileLines(long seed) {
    draws = new Draws(seed);
    mutations = new Mutations(draws);
    requests = new HostileRequests(draws, mutations);
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
    int kind = draws.below(100);
    if (kind < 66) {
      return plausible();
    }
    if (kind < 88) {
      return mutations.mutated(plausible());
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
        draws.oneOf(HOSTS)
            + draws.gap()
            + draws.oneOf(USERS)
            + draws.gap()
            + (draws.percent(90) ? draws.oneOf(USERS) : draws.oneOf(ODD_USERS))
            + draws.gap(),
        "[" + time() + "]" + draws.gap(),
        "\"" + requests.next() + "\"" + draws.gap(),
        status() + draws.gap() + size(),
        tail());
  }

  private String time() {
    int kind = draws.below(100);
    if (kind < 88) {
      return draws.oneOf(GOOD_TIMES);
    }
    if (kind < 92) {
      return utf8(draws.oneOf(BAD_TIMES));
    }
    if (kind < 97) {
      return numbers();
    }
    if (kind < 99) {
      return draws.oneOf(TIME_WRAPPINGS).replace("%s", draws.oneOf(GOOD_TIMES));
    }
    return draws.soup(12);
  }

  /** A time with the right shape, of numbers that are now and then too large or too small. */
  private String numbers() {
    return String.format(
        Locale.ROOT,
        "%02d/%s/%04d:%02d:%02d:%02d %s%02d%02d",
        draws.below(33),
        draws.oneOf("Jan", "Feb", "Feb", "Mar", "Apr", "Jun", "Sep", "Nov", "Dec"),
        draws.percent(50) ? draws.below(4) * 100 + 1700 : draws.below(2030),
        draws.below(25),
        draws.below(61),
        draws.below(61),
        draws.oneOf("+", "-"),
        draws.below(25),
        draws.below(61));
  }

  private String status() {
    return draws.percent(98) ? draws.oneOf("200", "404", "1", "-") : draws.oneOf(STATUSES);
  }

  private String size() {
    return draws.percent(98) ? draws.oneOf("5", "31415", "-") : draws.oneOf(SIZES);
  }

  private String tail() {
    int kind = draws.below(100);
    if (kind < 30) {
      return "";
    }
    if (kind < 40) {
      return draws.oneOf(COMMON_TAILS);
    }
    if (kind < 44) {
      return draws.gap() + draws.soup(16);
    }
    return draws.gap()
        + "\""
        + draws.oneOf(REFERERS)
        + "\""
        + draws.gap()
        + "\""
        + draws.oneOf(AGENTS)
        + "\""
        + draws.oneOf(AFTER);
  }

  private String blank() {
    StringBuilder blank = new StringBuilder(draws.oneOf(BLANKS)).append(draws.oneOf(BLANKS));
    return draws.percent(10)
        ? blank.append(draws.oneOf(NEARLY_BLANK)).toString()
        : blank.toString();
  }

  private String byteSoup() {
    return switch (draws.below(4)) {
      case 0 -> draws.soup(40);
      case 1 -> "a b c [" + draws.soup(40);
      case 2 -> "a b c [" + draws.oneOf(GOOD_TIMES) + "] \"" + draws.soup(40);
      default -> "a b c [" + draws.soup(8) + "] \"" + draws.soup(12) + "\" 5 5" + draws.soup(8);
    };
  }

  /** Structure at random, but in pieces large enough to fit together now and then. */
  private String tokenSoup() {
    StringBuilder line = new StringBuilder("h - - [");
    if (draws.percent(80)) {
      line.append(draws.oneOf(GOOD_TIMES)).append("] \"");
    }
    for (int left = 1 + draws.below(14); left > 0; left--) {
      line.append(draws.oneOf(TOKENS));
    }
    return line.append(draws.percent(50) ? "\" 200 5" : "").toString();
  }
}
