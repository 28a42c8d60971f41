package org.hitledger.pattern;

import java.util.Optional;
import org.hitledger.bytes.Ascii;
import org.hitledger.bytes.ByteSearch;

/**
 * Lines of words, as W3C's Extended Log File Format has them: white space between fields, and
 * quotes around one that holds some; a quote in such a field is doubled.
 *
 * @param words how many a line has
 */
public record WordSplit(int words) {

  /**
   * Cuts a line into its words. If there are not as many as there should be, its quotes are bytes
   * as any other: most servers write what a client sends without quotes, and a client may send one.
   *
   * @param line kept by what is found, never changed
   * @return where they are, without their quotes, if there are as many as there should be
   */
  public Optional<Fields> scan(byte[] line) {
    Optional<Fields> quoted = split(line, true);
    return quoted.isPresent() ? quoted : split(line, false);
  }

  private Optional<Fields> split(byte[] line, boolean withQuotes) {
    int[] bounds = new int[2 * words];
    int at = ByteSearch.indexOfNonSpace(line, 0, line.length);
    int found = 0;
    while (at < line.length && found < words) {
      boolean isQuoted = withQuotes && line[at] == '"';
      int end = isQuoted ? quoteEnd(line, at + 1) : ByteSearch.indexOfSpace(line, at, line.length);
      if (end < 0) {
        return Optional.empty();
      }
      bounds[2 * found] = isQuoted ? at + 1 : at;
      bounds[2 * found + 1] = end;
      found++;
      at = ByteSearch.indexOfNonSpace(line, isQuoted ? end + 1 : end, line.length);
    }
    return found == words && at == line.length
        ? Optional.of(new Captures(line, bounds, line.length))
        : Optional.empty();
  }

  /** At the quote that closes a field, or -1 if none does. */
  private static int quoteEnd(byte[] line, int start) {
    int at = ByteSearch.indexOf('"', line, start, line.length);
    while (at + 1 < line.length && line[at + 1] == '"') {
      at = ByteSearch.indexOf('"', line, at + 2, line.length);
    }
    boolean isClosed = at < line.length && (at + 1 == line.length || Ascii.isSpace(line[at + 1]));
    return isClosed ? at : -1;
  }

  /**
   * Tells why a line does not fit.
   *
   * @param line its bytes
   * @return nothing if it fits
   */
  public Optional<Mismatch> mismatch(byte[] line) {
    return scan(line).isPresent()
        ? Optional.empty()
        : Optional.of(new Mismatch(line.length + 1, "%d fields in all".formatted(words)));
  }
}
