package org.hitledger.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hitledger.bytes.ByteSlice;

/**
 * Tells search engines by the hosts of referers: a host is an engine's if one of its labels is the
 * engine's, such as {@code www.google.co.uk} is Google's. Those that answer with text and links are
 * among them.
 */
final class SearchEngines {
  private record Engine(String name, String label) {}

  private static final List<Engine> ENGINES =
      List.of(
          new Engine("Google", "google"),
          new Engine("Bing", "bing"),
          new Engine("DuckDuckGo", "duckduckgo"),
          new Engine("Yahoo", "yahoo"),
          new Engine("Yandex", "yandex"),
          new Engine("Yandex", "ya"),
          new Engine("Baidu", "baidu"),
          new Engine("Ecosia", "ecosia"),
          new Engine("Qwant", "qwant"),
          new Engine("Startpage", "startpage"),
          new Engine("Seznam", "seznam"),
          new Engine("Naver", "naver"),
          new Engine("Daum", "daum"),
          new Engine("Sogou", "sogou"),
          new Engine("Ask", "ask"),
          new Engine("AOL", "aol"),
          new Engine("Swisscows", "swisscows"),
          new Engine("Mojeek", "mojeek"),
          new Engine("Kagi", "kagi"),
          new Engine("Perplexity", "perplexity"),
          new Engine("ChatGPT", "chatgpt"),
          new Engine("Copilot", "copilot"));

  private SearchEngines() {}

  /** The engine that a host is of, if it is of one. */
  static Optional<byte[]> of(byte[] refererHost) {
    List<String> labels =
        List.of(ByteSlice.of(refererHost).toString().toLowerCase(Locale.ROOT).split("[.:]"));
    // The last label is no name, but a country or the like: .ask and .aol are none of these.
    List<String> names = labels.subList(0, Math.max(0, labels.size() - 1));
    return ENGINES.stream()
        .filter(engine -> names.contains(engine.label()))
        .findFirst()
        .map(engine -> engine.name().getBytes(UTF_8));
  }
}
