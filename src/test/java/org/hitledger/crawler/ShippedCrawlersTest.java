package org.hitledger.crawler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hitledger.bytes.ByteSlice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The list that we ship: it has no dead entry, knows well-known crawlers, and leaves people alone.
 */
class ShippedCrawlersTest {
  private static final List<ListedCrawler> LIST = CrawlersFile.shipped();
  private static final Crawlers CRAWLERS = Crawlers.listed(LIST);

  static Stream<ListedCrawler> entries() {
    return LIST.stream();
  }

  @Test
  void is_long() {
    assertThat(LIST).hasSizeGreaterThan(1_000);
    assertThat(LIST).extracting(listed -> listed.crawler().kind()).contains(CrawlerKind.values());
  }

  @Test
  void every_pattern_finds_its_crawler() {
    assertThat(LIST)
        .allSatisfy(
            listed ->
                assertThat(listed.patterns())
                    .allSatisfy(
                        pattern ->
                            assertThat(CRAWLERS.of(slice("Mozilla/5.0 (" + pattern)))
                                .as(pattern)
                                .contains(listed.crawler())));
  }

  /** One inside of another of the same crawler would find nothing that the shorter one misses. */
  @Test
  void names_and_patterns_are_clean() {
    assertThat(LIST)
        .flatExtracting(ListedCrawler::patterns)
        .allMatch(pattern -> pattern.equals(pattern.strip()) && pattern.length() >= 4);
    assertThat(LIST)
        .extracting(listed -> listed.crawler().name().toLowerCase(Locale.ROOT))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.equals(name.strip()));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "crawlers.csv", delimiter = '|', maxCharsPerColumn = 1000)
  void knows_crawlers(String name, String kind, String agent) {
    assertThat(CRAWLERS.of(slice(agent))).contains(new Crawler(name, CrawlerKind.labelled(kind)));
  }

  @ParameterizedTest
  @MethodSource("browsers")
  void takes_no_browser_for_a_crawler(String agent) {
    assertThat(CRAWLERS.of(slice(agent))).isEmpty();
  }

  static Stream<String> browsers() {
    return Stream.of(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.2903.86",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (iPad; CPU OS 7_0_4 like Mac OS X) AppleWebKit/537.51.1 (KHTML, like Gecko) Mobile/11B554a",
        "Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36",
        // A maker of telephones.
        "Mozilla/5.0 (Linux; Android 9; CUBOT_NOTE_S) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/93.0.4577.82 Mobile Safari/537.36",
        "Mozilla/5.0 (Linux; Android 10; CUBOT X30 Build/QP1A) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/96.0 Mobile Safari/537.36",
        "Mozilla/5.0 (Linux; Android 11; KFTRWI) AppleWebKit/537.36 (KHTML, like Gecko) Silk/108.4.6 like Chrome/108.0.5359.220 Safari/537.36",
        "Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/80.0.3987.149 Safari/537.36 SE 2.X MetaSr 1.0",
        "Mozilla/5.0 (Linux; U; Android 13; zh-CN) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/57.0 UCBrowser/13.0 SogouMobileBrowser/6.0 Mobile Safari/537.36",
        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/117.0 Chrome/111.0 Safari/537.36",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0 YaBrowser/24.10.0 Yowser/2.5 Safari/537.36",
        "Opera/9.80 (J2ME/MIDP; Opera Mini/7.1.32052/29.3709; U; en) Presto/2.8.119 Version/11.10",
        "Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/106.0 Safari/537.36 OPR/92.0",
        "Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1; Trident/4.0; SLCC2; .NET CLR 2.0.50727; .NET4.0C; InfoPath.3)",
        "Mozilla/5.0 (Windows NT 6.3; Trident/7.0; rv:11.0) like Gecko",
        "Mozilla/5.0 (X11; U; Linux i686; en-US; rv:1.9.0.19) Gecko/2010091808 Iceweasel/3.0.6 (Debian-3.0.6-3)",
        "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36",
        "Mozilla/5.0 (PlayStation; PlayStation 5/6.00) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.4 Safari/605.1.15",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/21G80 [FBAN/FBIOS;FBAV/480.0;FBDV/iPhone14,5]",
        "Mozilla/5.0 (Linux; Android 13; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0 Mobile Safari/537.36 Instagram 312.0 Android",
        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Notion/3.0 Chrome/120.0 Electron/28.0 Safari/537.36",
        "SAMSUNG-GT-E2232/1.0 Openwave/6.2.3 Profile/MIDP-2.0 Configuration/CLDC-1.1 UP.Browser/6.2.3.3.c.1.101 (GUI) MMP/2.0",
        "Nokia6120c/3.83; Profile/MIDP-2.0 Configuration/CLDC-1.1",
        "Lynx/2.8.7rel.2 libwww-FM/2.14 SSL-MM/1.4.1 OpenSSL/1.0.1f",
        "Mozilla/5.0 (X11; Linux x86_64) KHTML/4.9 (like Gecko) Konqueror/4.9");
  }

  private static ByteSlice slice(String text) {
    return ByteSlice.of(text.getBytes(UTF_8));
  }
}
