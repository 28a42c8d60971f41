package org.hitledger.identity;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What was measured of a text.
 *
 * @param head its first bytes
 * @param complete all of its lines that have an end
 * @param total all of it
 * @param withEnd the same, with the end of its last line if that has none
 * @param firstRecord how many bytes end with the first line that is neither blank nor a header; 0
 *     if it has none
 * @param marks at the ends of some lines, by their places in bytes: digests of all before
 * @param at at the places that were asked for, as far as the text goes
 */
public record TextSummary(
    Head head,
    Entered complete,
    Entered total,
    Entered withEnd,
    long firstRecord,
    SortedMap<Long, String> marks,
    Map<Long, Entered> at) {

  /**
   * Whether there is something that tells which log it is.
   *
   * @return true if one of its lines with an end is neither blank nor a header
   */
  public boolean hasRecord() {
    return firstRecord > 0;
  }

  /** What it is up to some place; nothing if it ends before, or was not measured there. */
  Optional<Entered> upTo(long bytes) {
    return Optional.ofNullable(at.get(bytes));
  }

  /** Whether the first bytes have a digest. */
  boolean beginsWith(long bytes, String digest) {
    return upTo(bytes).filter(here -> Mark.digest(here.sha256()).equals(digest)).isPresent();
  }

  boolean beginsWith(Entered other) {
    return upTo(other.bytes()).filter(other::isSameText).isPresent();
  }
}
