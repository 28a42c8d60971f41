package org.hitledger.app;

import java.util.List;
import org.hitledger.balance.Totals;
import org.hitledger.product.findings.FileFindings;

/** What a run has made of all lines, for as long as it needs them. */
interface MadeProduct extends AutoCloseable {

  /** What the lines come to. */
  Totals totals();

  /** What {@link Totals#rows} counts. */
  String nameOfRows();

  /** What was found of files that have something wrong; at most one a file, by file. */
  List<FileFindings> findings();

  /** Writes those tables that are not written yet. */
  void write(String folder);

  /**
   * Makes sure that readers will find what was counted.
   *
   * @throws IllegalStateException if they would not
   */
  void requireWritten(String folder);

  /** Prints what the command prints. */
  void show(StandardStreams streams);

  @Override
  void close();
}
