package org.hitledger.ledger;

import java.util.List;
import java.util.Map;
import org.hitledger.identity.KnownLog;

/**
 * What a segment says of the ledger that it is a part of, in its {@code run.json}: enough to go on
 * if the process died before it could write down what is known.
 *
 * @param numbers which segment it is, or which it stands for
 * @param previous the number of the segment before it; 0 for none, from where all is known anew
 * @param settings of the ledger
 * @param entered what the segment has of which file
 * @param logs what is known of these logs with it
 */
public record SegmentEntry(
    SegmentNumbers numbers,
    int previous,
    Map<String, String> settings,
    List<Part> entered,
    List<KnownLog> logs) {

  /** Takes copies. */
  public SegmentEntry {
    entered = List.copyOf(entered);
    logs = List.copyOf(logs);
  }

  /**
   * What is entered of one log.
   *
   * @param file its path with scheme
   * @param log the log's number
   * @param from where it begins in the text, in bytes
   * @param to where it ends
   * @param lines how many lines these are
   * @param left_for_next_time bytes of a last line without its end
   */
  public record Part(
      String file, long log, long from, long to, long lines, long left_for_next_time) {}
}
