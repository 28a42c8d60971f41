package org.hitledger.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured of a text.
 *
 * @param head its first bytes
 * @param complete all of its lines that have an end
 * @param total all of it
 * @param marks at the ends of some lines
 * @param at at the places that were asked for, as far as the text goes
 */
public record TextSummary(
    Head head, Entered complete, Entered total, List<Mark> marks, Map<Long, Entered> at) {

  /** What it is up to some place; nothing if it ends before, or was not measured there. */
  Optional<Entered> upTo(long bytes) {
    return Optional.ofNullable(at.get(bytes));
  }

  boolean beginsWith(Mark mark) {
    return upTo(mark.bytes())
        .filter(here -> Mark.digest(here.sha256()).equals(mark.digest()))
        .isPresent();
  }

  boolean beginsWith(Entered other) {
    return upTo(other.bytes()).filter(other::isSameText).isPresent();
  }
}
