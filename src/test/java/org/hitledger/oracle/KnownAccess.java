package org.hitledger.oracle;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * An access as a server knows it before it writes a line about it. A text without a character is
 * none.
 *
 * @param time to the microsecond
 * @param zone of the server
 * @param host an address or a name
 * @param user may hold a space, and what servers escape
 * @param vhost a name, sometimes with a port
 * @param method a token
 * @param stem the target up to its query
 * @param query without its question mark
 * @param protocol such as HTTP/1.1
 * @param status three digits
 * @param bytes of the response
 * @param referer any text
 * @param agent any text
 * @param micros how long it took
 * @param received bytes of the request
 * @param forwardedFor a list of addresses
 * @param id any text that has no column
 */
public record KnownAccess(
    Instant time,
    ZoneOffset zone,
    String host,
    String user,
    String vhost,
    String method,
    String stem,
    String query,
    String protocol,
    int status,
    long bytes,
    String referer,
    String agent,
    long micros,
    long received,
    String forwardedFor,
    String id) {

  /** In 1973: a number of milliseconds that is smaller is taken for one of seconds. */
  private static final long FIRST = 100_000_000;

  private static final String[] HOSTS = {
    "198.51.100.7", "2001:db8::5", "::1", "client-7.example.net", "fe80::1%eth0"
  };

  private static final String[] AGENTS = {
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
    "curl/8.6.0"
  };

  private static final String[] CHARACTERS = {
    "a",
    "b",
    "Z",
    "0",
    "9",
    ".",
    "-",
    "_",
    "/",
    "(",
    ")",
    ";",
    ":",
    ",",
    "=",
    "&",
    "+",
    "%20",
    " ",
    "\"",
    "\\",
    "'",
    "[",
    "]",
    "{",
    "}",
    "#",
    "|",
    "<",
    "$",
    "\u0001",
    "\t",
    "\u007f",
    "\u00e9",
    "\u65e5",
    "\ud83d\ude00"
  };

  static KnownAccess drawn(Draws draws) {
    return new KnownAccess(
        Instant.ofEpochSecond(FIRST + draws.below(2_000_000_000), 1_000L * draws.below(1_000_000)),
        ZoneOffset.ofTotalSeconds(60 * 15 * (draws.below(100) - 48)),
        draws.oneOf(HOSTS),
        draws.oneOf("", "", "", "jo", "Jo Smith", "j\"o", "DOMAIN\\jo", "a-b@c.example"),
        draws.oneOf("shop.example", "www.example.org:8080", "localhost", "x--1.example"),
        draws.oneOf("GET", "GET", "POST", "HEAD", "M-SEARCH", "get", "CONNECT"),
        "/" + word(12, draws),
        draws.percent(50) ? word(12, draws) : "",
        draws.oneOf("HTTP/1.0", "HTTP/1.1", "HTTP/2.0", "HTTP/3"),
        100 + draws.below(500),
        draws.percent(20) ? 0 : draws.below(Integer.MAX_VALUE) * 3L,
        draws.percent(30) ? "" : "https://" + text(20, draws),
        draws.percent(20) ? "" : text(30, draws),
        draws.percent(10) ? 0 : draws.below(100_000_000),
        draws.below(100_000),
        draws.oneOf("", "203.0.113.9", "203.0.113.9, 10.1.1.1", "2001:db8::1, unknown, 10.1.1.2"),
        draws.percent(30) ? "" : text(10, draws));
  }

  /** Not a dash alone, which is none, and without white space around it. */
  private static String text(int most, Draws draws) {
    var text = new StringBuilder();
    for (int left = 1 + draws.below(most); left > 0; left--) {
      text.append(draws.oneOf(CHARACTERS));
    }
    String trimmed = text.toString().strip();
    return trimmed.isEmpty() || trimmed.equals("-") ? "x" : trimmed;
  }

  /** No question mark, which no character is; a target that ends otherwise is a protocol. */
  private static String word(int most, Draws draws) {
    return text(most, draws).replaceAll("\\s+", " ") + draws.oneOf("", ".html", "/", ".css");
  }

  /** The target whole. */
  public String target() {
    return query.isEmpty() ? stem : stem + "?" + query;
  }

  /** On the server's clock. */
  OffsetDateTime local() {
    return time.atOffset(zone);
  }

  /** The same at a time that is less exact. */
  Instant timeIn(ChronoUnit unit) {
    return time.truncatedTo(unit);
  }

  /**
   * The same, as browsers ask: the texts are of usual kinds and lengths.
   *
   * @param number decides which
   * @return an access in which nothing must be escaped
   */
  public KnownAccess usual(int number) {
    return new KnownAccess(
        time,
        zone,
        HOSTS[number % 2],
        number % 5 == 0 ? "jo" : "",
        vhost,
        number % 10 == 0 ? "POST" : "GET",
        "/book/python-2.6/html/p02/p02c" + number % 97 + "_adv_seq.html",
        number % 4 == 0 ? "q=" + number : "",
        protocol,
        200,
        bytes,
        number % 3 == 0 ? "" : "https://www.example.org/book/" + number % 89 + "/index.html",
        AGENTS[number % AGENTS.length],
        micros,
        received,
        forwardedFor,
        "5f0c" + number);
  }

  /** The same with other texts. */
  KnownAccess withTexts(String newStem, String newQuery, String newReferer, String newAgent) {
    return new KnownAccess(
        time,
        zone,
        host,
        user,
        vhost,
        method,
        newStem,
        newQuery,
        protocol,
        status,
        bytes,
        newReferer,
        newAgent,
        micros,
        received,
        forwardedFor,
        id);
  }
}
