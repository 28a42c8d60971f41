package org.hitledger.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Texts of which few are frequent and many are rare, as bytes that are ready to be written. */
final class Texts {
  private final byte[][] byRank;
  private final Zipf zipf;

  private Texts(byte[][] byRank) {
    this.byRank = byRank;
    zipf = new Zipf(byRank.length);
  }

  /** So many texts, each made of its number. */
  static Texts numbered(int count, IntFunction<String> text) {
    return new Texts(
        IntStream.range(0, count)
            .mapToObj(i -> text.apply(i).getBytes(UTF_8))
            .toArray(byte[][]::new));
  }

  /** These, the most frequent first. */
  static Texts of(String... texts) {
    return numbered(texts.length, i -> texts[i]);
  }

  /** The same in every country. */
  static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  byte[] pick(Dice dice) {
    return byRank[zipf.pick(dice)];
  }
}
