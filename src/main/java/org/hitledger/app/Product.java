package org.hitledger.app;

import org.hitledger.period.TimeDivision;
import org.hitledger.product.LogScan;
import org.hitledger.product.count.LineCounts;
import org.hitledger.rules.AccessCriteria;

/** What a run makes of logs, beside the balance, the rejects and the manifest that each makes. */
public sealed interface Product permits CountProduct, HitsProduct {

  /**
   * What is counted of the accesses that the rules let pass.
   *
   * @return the criteria of the command line
   */
  AccessCriteria criteria();

  /**
   * The periods that hits are counted in.
   *
   * @return periods, or all time
   */
  TimeDivision division();

  /**
   * Writes the tables.
   *
   * @param folder an existing folder without them
   */
  void write(LogScan scan, LineCounts counts, String folder);

  /**
   * Makes sure that readers will find what was counted.
   *
   * @param folder where {@link #write} has written
   * @throws IllegalStateException if they would not
   */
  void requireWritten(LogScan scan, LineCounts counts, String folder);

  /**
   * Whether what lines hold may not be shown.
   *
   * @return true under a privacy option
   */
  boolean hidesLines();

  /** Prints what the command prints. */
  void show(LogScan scan, LineCounts counts, StandardStreams streams);
}
