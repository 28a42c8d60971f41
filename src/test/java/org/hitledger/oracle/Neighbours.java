package org.hitledger.oracle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All lines within a small distance of a given one.
 *
 * <p>Chance seldom hits the one byte that matters, such as the space between a quote and a status.
 * Around one good line every small change can simply be tried.
 */
public final class Neighbours {

  private final String line;

  /**
   * The neighbours of one line.
   *
   * @param line with one character, up to U+00FF, for each byte
   */
  public Neighbours(String line) {
    this.line = line;
  }

  /**
   * All texts of one length over an alphabet.
   *
   * @param alphabet the characters
   * @param length of each text
   * @return the texts
   */
  public static List<String> texts(String alphabet, int length) {
    if (length == 0) {
      return List.of("");
    }
    return texts(alphabet, length - 1).stream()
        .flatMap(text -> alphabet.chars().mapToObj(next -> text + (char) next))
        .toList();
  }

  /**
   * The line without each of its parts: every deletion and every truncation, at both ends.
   *
   * @return the lines
   */
  public Stream<byte[]> cuts() {
    return positions()
        .flatMap(
            start ->
                IntStream.rangeClosed(start, line.length())
                    .mapToObj(end -> spliced(start, end, "")));
  }

  /**
   * The line with each text put in at each position, also before and behind it.
   *
   * @param texts what to put in
   * @return the lines
   */
  public Stream<byte[]> insertions(List<String> texts) {
    return positions().flatMap(at -> texts.stream().map(text -> spliced(at, at, text)));
  }

  /**
   * The line with each text in the place of as many bytes, at each position.
   *
   * @param texts what to write over the line
   * @return the lines
   */
  public Stream<byte[]> replacements(List<String> texts) {
    return positions()
        .flatMap(
            at ->
                texts.stream()
                    .filter(text -> at + text.length() <= line.length())
                    .map(text -> spliced(at, at + text.length(), text)));
  }

  /**
   * The line with each of its parts twice.
   *
   * @return the lines
   */
  public Stream<byte[]> duplications() {
    return positions()
        .flatMap(
            start ->
                IntStream.rangeClosed(start, line.length())
                    .mapToObj(end -> spliced(end, end, line.substring(start, end))));
  }

  private Stream<Integer> positions() {
    return IntStream.rangeClosed(0, line.length()).boxed();
  }

  private byte[] spliced(int start, int end, String text) {
    return (line.substring(0, start) + text + line.substring(end)).getBytes(ISO_8859_1);
  }
}
