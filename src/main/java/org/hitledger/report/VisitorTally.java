package org.hitledger.report;

import java.util.Optional;

/** Enters into a tally what visitors are counted by, for one task. */
sealed interface VisitorTally permits ExactVisitors, EstimatedVisitors {

  /**
   * Adds an access.
   *
   * @param visitor who asked
   * @param access what for
   * @param hour when the hour starts that it was in
   * @param page where it belongs if it is of a page
   */
  void add(Visitor visitor, ReportedAccess access, long hour, Optional<PageRows> page);
}
