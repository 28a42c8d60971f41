package org.hitledger.report;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;

/** Adds accesses up until memory is full or there are no more, and gives what they come to. */
final class TalliedAccesses implements Iterator<TallyEntry> {
  private final Iterator<ReportedAccess> accesses;
  private final Tally tally = new Tally();
  private final AccessTally entering;
  private final Queue<TallyEntry> ready = new ArrayDeque<>();

  TalliedAccesses(Iterator<ReportedAccess> accesses, TallySteps steps) {
    this.accesses = accesses;
    entering = new AccessTally(tally, steps);
  }

  @Override
  public boolean hasNext() {
    if (ready.isEmpty()) {
      while (accesses.hasNext() && !tally.isFull()) {
        entering.add(accesses.next());
      }
      tally.drainTo(ready);
    }
    return !ready.isEmpty();
  }

  @Override
  public TallyEntry next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }
}
