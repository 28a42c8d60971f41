package org.hitledger.report;

import java.util.Optional;
import org.apache.datasketches.hash.MurmurHash3;

/**
 * Enters visitors into the estimates of all rows that they belong to. The rows of hosts, agents and
 * crawlers are made here, which else are made of visitors.
 */
record EstimatedVisitors(Tally tally, WhoAsks whoAsks, PeriodMeasures periods)
    implements VisitorTally {
  private static final long SEED = 0;

  @Override
  public void add(Visitor visitor, ReportedAccess access, long hour, Optional<PageRows> page) {
    long hash = MurmurHash3.hash(visitor.key().bytes(), SEED)[0];
    Who who = whoAsks.of(visitor.userAgent());
    tally.meet(tally.of(Panel.TOTAL, who.asName()), visitor, hash);
    periods.of(visitor.frame(), hour, who).periods().forEach(row -> tally.meet(row, visitor, hash));
    page.ifPresent(
        rows -> {
          tally.meet(rows.page(), visitor, hash);
          tally.meet(rows.section(), visitor, hash);
        });
    add(access, visitor, hash, tally.of(Panel.HOSTS, visitor.host()));
    whoAsks.rows(visitor.userAgent(), tally).forEach(row -> add(access, visitor, hash, row));
  }

  private void add(ReportedAccess access, Visitor visitor, long hash, Measures row) {
    access.addTo(row);
    tally.meet(row, visitor, hash);
  }
}
