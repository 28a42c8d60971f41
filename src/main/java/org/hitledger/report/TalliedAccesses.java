package org.hitledger.report;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Adds accesses up until memory is full or there are no more, and gives what they come to. */
final class TalliedAccesses implements Iterator<TallyEntry> {
  private final Iterator<ReportedAccess> accesses;
  private final Tally tally = new Tally();
  private final AccessTally entering;
  private Iterator<TallyEntry> ready = Collections.emptyIterator();

  TalliedAccesses(Iterator<ReportedAccess> accesses, TallySteps steps) {
    this.accesses = accesses;
    entering = new AccessTally(tally, steps);
  }

  @Override
  public boolean hasNext() {
    if (!ready.hasNext()) {
      tally.clear();
      while (accesses.hasNext() && !tally.isFull()) {
        entering.add(accesses.next());
      }
      ready = tally.entries();
    }
    return ready.hasNext();
  }

  @Override
  public TallyEntry next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.next();
  }
}
