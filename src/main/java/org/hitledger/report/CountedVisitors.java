package org.hitledger.report;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.function.LongUnaryOperator;
import org.hitledger.period.Periods;
import org.hitledger.period.Unit;

/**
 * Counts each visitor once in each row that they belong to. Rows of panels without visitors are
 * whole here, so that the first of them are chosen; all other parts pass as they are.
 */
final class CountedVisitors implements Iterator<TallyEntry> {
  private final Iterator<TallyEntry> parts;
  private final WhoAsks whoAsks;
  private final LongUnaryOperator months;
  private final Tally tally = new Tally();
  private final PanelChoice whole = new PanelChoice();
  private final Queue<TallyEntry> ready = new ArrayDeque<>();
  private Optional<RowKey> current = Optional.empty();
  private Visit visit = new Visit();
  private boolean hasEnded;

  CountedVisitors(Iterator<TallyEntry> parts, WhoAsks whoAsks, ZoneId zone) {
    this.parts = parts;
    this.whoAsks = whoAsks;
    months = new Periods(Unit.MONTH, zone).starts();
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && parts.hasNext()) {
      take(parts.next());
    }
    if (ready.isEmpty() && !hasEnded) {
      hasEnded = true;
      endVisitor();
      emptyTally();
      ready.add(TallyEntry.of(whole.end()));
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

  private void take(TallyEntry part) {
    RowKey key = part.rowKey();
    if (key.panel() == Panel.VISITORS) {
      takeVisit(key, part.visit());
      return;
    }
    endVisitor();
    if (key.panel().hasVisitors()) {
      ready.add(part);
    } else {
      whole.add(key, part.measures());
    }
  }

  private void takeVisit(RowKey key, Visit part) {
    if (current.filter(key::equals).isPresent()) {
      visit.addAll(part);
    } else {
      endVisitor();
      current = Optional.of(key);
      visit = part;
    }
  }

  private void endVisitor() {
    current.map(Visitor::of).ifPresent(this::count);
    current = Optional.empty();
    if (tally.isFull()) {
      emptyTally();
    }
  }

  private void emptyTally() {
    tally.entries().forEachRemaining(ready::add);
    tally.clear();
  }

  private void count(Visitor visitor) {
    Frame frame = visitor.frame();
    countPages(frame);
    countPeriods(visitor);
    Measures measures = visit.measures().add(frame, Measure.VISITORS, 1);
    whole.add(RowKey.of(Panel.HOSTS, visitor.host()), measures);
    whoAsks.rows(visitor.userAgent(), tally).forEach(row -> row.addAll(measures));
  }

  private void countPages(Frame frame) {
    if (visit.pages().isEmpty()) {
      return;
    }
    List<PageRows> pages = visit.pages().stream().map(tally::page).toList();
    pages.forEach(page -> count(frame, page.page()));
    pages.stream().map(PageRows::section).distinct().forEach(section -> count(frame, section));
    count(frame, tally.of(Panel.LANDING_PAGES, visit.firstPage().names().get(0)));
  }

  private void countPeriods(Visitor visitor) {
    byte[] who = whoAsks.of(visitor.userAgent()).asName();
    Frame frame = visitor.frame();
    count(frame, tally.of(Panel.TOTAL, who));
    for (long hour : visit.hours()) {
      count(frame, tally.of(Panel.HOURS.during(frame), RowKey.moment(hour), who));
    }
    long month = months.applyAsLong(visitor.day());
    count(frame, tally.of(Panel.DAYS.during(frame), RowKey.moment(visitor.day()), who));
    count(frame, tally.of(Panel.MONTHS.during(frame), RowKey.moment(month), who));
  }

  private static void count(Frame frame, Measures row) {
    row.add(frame, Measure.VISITORS, 1);
  }
}
