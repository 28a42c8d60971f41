package org.hitledger.report;

import java.util.Optional;

/** Keeps what each visitor did, so that each is counted once in the end. */
record ExactVisitors(Tally tally) implements VisitorTally {

  @Override
  public void add(Visitor visitor, ReportedAccess access, long hour, Optional<PageRows> page) {
    tally.visit(visitor, access, hour, page);
  }
}
