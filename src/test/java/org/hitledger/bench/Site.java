package org.hitledger.bench;

/**
 * What a web site of some books has, and who comes: modelled on the logs that the job was made for.
 */
final class Site {
  private static final int PAGES = 10_000;
  private static final int PICTURES = 2_000;
  private static final int AGENTS = 1_500;
  private static final int QUERIES = 20_000;

  /** Prime to all the counts above, so that neighbours in rank are no neighbours in name. */
  private static final int STRIDE = 7_919;

  private static final String[] BOOKS = {
    "python-2.6", "building-skills-ood", "programming", "building-skills-python", "oodesign"
  };

  private static final String[] TOPICS = {
    "classes", "sequences", "exceptions", "install", "expressions", "generators", "files", "sets",
    "functions", "modules", "decorators", "strings", "tuples", "mappings", "control", "intro",
    "iterators", "numbers", "patterns", "tests"
  };

  private static final String[] SYSTEMS = {
    "Windows NT 6.1; WOW64", "Windows NT 5.1", "Macintosh; Intel Mac OS X 10_7_4",
        "X11; Linux x86_64",
    "Windows NT 6.0", "X11; Ubuntu; Linux i686", "iPad; CPU OS 5_1_1 like Mac OS X",
        "Windows NT 6.2"
  };

  /** Below the section, and no clutter: these are counted. */
  final Texts pages = Texts.numbered(PAGES, i -> "/book/" + page(i) + ".html");

  final Texts pictures = Texts.numbered(PICTURES, Site::picture);

  final Texts excludedNames =
      Texts.of(
          "/favicon.ico",
          "/robots.txt",
          "/wp/index.php",
          "/book/python-2.6/html/search.html",
          "/book/programming/html/genindex.html",
          "/book/python-2.6/html/searchindex.js",
          "/book/building-skills-ood/html/py-modindex.html",
          "/dompdf.php",
          "/ping",
          "/crossdomain.xml");

  final Texts partsOfPages =
      Texts.of(
          "/book/python-2.6/html/_static/default.css",
          "/book/python-2.6/html/_static/jquery.js",
          "/book/python-2.6/html/_static/pygments.css",
          "/book/programming/html/_static/underscore.js",
          "/book/building-skills-ood/html/_static/doctools.js",
          "/book/python-2.6/html/_static/file.png",
          "/images/logo.png");

  final Texts outside = Texts.numbered(500, i -> "/homepage/" + page(i) + ".html");

  final Texts agents = Texts.numbered(AGENTS, Site::agent);

  final Texts searches = Texts.numbered(QUERIES, Site::search);

  private static String page(int rank) {
    int i = rank * STRIDE % PAGES;
    int part = i / 20 % 25 + 1;
    return Texts.format(
        "%s/html/p%02d/p%02dc%02d_%s",
        BOOKS[i / 500 % BOOKS.length],
        part,
        part,
        i / 2_500 * 5 + i % 5 + 1,
        TOPICS[i % TOPICS.length]);
  }

  private static String picture(int rank) {
    return "/book/" + BOOKS[rank % BOOKS.length] + "/html/_images/figure-" + rank + ".png";
  }

  private static String agent(int rank) {
    int i = rank * STRIDE % AGENTS;
    String system = SYSTEMS[i % SYSTEMS.length];
    int version = i / SYSTEMS.length;
    return switch (rank % 5) {
      case 0, 1 ->
          Texts.format(
              "Mozilla/5.0 (%s) AppleWebKit/536.%d (KHTML, like Gecko) Chrome/19.0.1084.%d"
                  + " Safari/536.%d",
              system, version % 9, version, version % 9);
      case 2 ->
          Texts.format(
              "Mozilla/5.0 (%s; rv:1.9.2.%d) Gecko/20100101 Firefox/3.6.%d",
              system, version, version);
      case 3 ->
          Texts.format(
              "Mozilla/4.0 (compatible; MSIE 8.0; %s; Trident/4.0; SLCC2; .NET CLR 2.0.50727;"
                  + " .NET CLR 3.5.%d; Media Center PC 6.0; InfoPath.3; .NET4.0C)",
              system, version);
      default ->
          Texts.format(
              "Mozilla/5.0 (compatible; Reader%d/2.1; +http://www.example.net/bot.html)", version);
    };
  }

  private static String search(int rank) {
    int i = rank * STRIDE % QUERIES;
    String topic = TOPICS[i % TOPICS.length];
    return Texts.format(
        "http://www.example.com/search?hl=en&source=hp&q=python+%s+%s&oq=python+%s&aq=f&aqi=g%d"
            + "&aql=&gs_sm=e&gs_upl=%dl%dl0l%dl11l11l0l0l0l0l180l1272l3.8l11l0&ved=%016x"
            + "&bav=on.2,or.r_gc.r_pw.r_qf.",
        topic,
        TOPICS[i / TOPICS.length % TOPICS.length],
        topic,
        i % 10,
        i,
        i * 3,
        i * 7,
        new Dice(i).next());
  }
}
