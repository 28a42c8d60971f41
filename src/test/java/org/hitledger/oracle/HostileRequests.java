package org.hitledger.oracle;

import static org.hitledger.oracle.Draws.utf8;

/** Requests, most of them for paths that are close to a border of some set of rules. */
final class HostileRequests {
  private static final String[] METHODS = {
    "GET",
    "GET",
    "GET",
    "GET",
    "GET",
    "GET",
    "POST",
    "HEAD",
    "get",
    "CONNECT",
    "M-SEARCH",
    "-",
    "\"",
    "a\\",
    "\u0016\u0003\u0001",
    "[",
    "\\x16"
  };

  private static final String[] PROTOCOLS = {
    "HTTP/1.1",
    "HTTP/1.1",
    "HTTP/1.1",
    "HTTP/1.0",
    "HTTP/2",
    "h/2.10 ",
    "",
    "HTTP/1.",
    "HTTP/1.1.1",
    "HTTP/1.1\\",
    "HTTP",
    "/",
    "\"",
    "\\\"",
    "]",
    "-",
    "\u00ff"
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

  private final Draws draws;
  private final Mutations mutations;

  HostileRequests(Draws draws, Mutations mutations) {
    this.draws = draws;
    this.mutations = mutations;
  }

  String next() {
    int kind = draws.below(100);
    if (kind < 84) {
      return draws.oneOf(METHODS) + draws.gap() + target() + draws.gap() + draws.oneOf(PROTOCOLS);
    }
    if (kind < 90) {
      return draws.oneOf(SHORT_REQUESTS);
    }
    if (kind < 96) {
      return mutations.inserted("GET " + target() + " HTTP/1.1", draws.oneOf(Mutations.RAW_QUOTES));
    }
    return draws.percent(50) ? draws.soup(24) : "GET " + draws.soup(16) + " HTTP/1.1";
  }

  private String target() {
    StringBuilder target = new StringBuilder();
    if (draws.percent(12)) {
      target.append(draws.oneOf(SCHEMES));
    }
    if (draws.percent(16)) {
      target.append(draws.oneOf(AUTHORITIES));
    }
    if (draws.percent(8)) {
      return target
          .append(draws.oneOf("", "/", "//", "///", ";x", "/;x", "/;/;"))
          .append(rest())
          .toString();
    }
    target.append(draws.percent(96) ? "/" : draws.oneOf("", "//", "///", "\0/", "/ /"));
    return target.append(draws.oneOf(SECTIONS)).append(segments()).append(rest()).toString();
  }

  private String segments() {
    StringBuilder segments = new StringBuilder();
    for (int left = draws.below(5); left > 0; left--) {
      segments
          .append(draws.percent(94) ? "/" : draws.oneOf("//", "///", "/./", ""))
          .append(segment());
    }
    return segments.append(draws.percent(30) ? draws.oneOf(ENDS) : "").toString();
  }

  private String segment() {
    int kind = draws.below(100);
    if (kind < 20) {
      return draws.oneOf(NAMES);
    }
    return kind < 30 ? draws.oneOf(NEAR_NAMES) : draws.oneOf(PLAIN);
  }

  private String rest() {
    return draws.percent(20) ? draws.oneOf(RESTS) : "";
  }
}
