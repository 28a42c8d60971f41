package org.hitledger.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.hitledger.crawler.Crawler;
import org.hitledger.crawler.CrawlerKind;
import org.hitledger.period.Periods;
import org.hitledger.period.Unit;

/** Counts each visitor once in each row that they belong to; all other parts pass as they are. */
final class CountedVisitors implements Iterator<TallyEntry> {
  private final Iterator<TallyEntry> parts;
  private final WhoAsks whoAsks;
  private final LongUnaryOperator months;
  private final Tally tally = new Tally();
  private final Queue<TallyEntry> ready = new ArrayDeque<>();
  private Optional<RowKey> current = Optional.empty();
  private Visit visit = new Visit();

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
    if (ready.isEmpty()) {
      endVisitor();
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

  private void take(TallyEntry part) {
    RowKey key = part.rowKey();
    if (key.panel() != Panel.VISITORS) {
      ready.add(part);
      return;
    }
    if (current.filter(key::equals).isEmpty()) {
      endVisitor();
      current = Optional.of(key);
    }
    visit.addAll(part.visit());
  }

  private void endVisitor() {
    current.map(Visitor::of).ifPresent(this::count);
    current = Optional.empty();
    visit = new Visit();
    if (tally.isFull()) {
      tally.drainTo(ready);
    }
  }

  private void count(Visitor visitor) {
    Stream<RowKey> sections =
        visit.pages().stream()
            .map(page -> RowKey.of(Panel.SECTIONS, Section.of(page.names().get(0))))
            .distinct();
    Stream.of(periods(visitor), sections, visit.pages().stream(), landingPage())
        .flatMap(rows -> rows)
        .forEach(row -> tally.of(row).add(visitor.frame(), Measure.VISITORS, 1));
    Measures measures = visit.measures().add(visitor.frame(), Measure.VISITORS, 1);
    tally.of(Panel.HOSTS, visitor.host()).addAll(measures);
    whoAsks
        .crawler(visitor.userAgent())
        .ifPresentOrElse(
            crawler -> count(crawler, measures),
            () -> tally.of(Panel.AGENTS, visitor.userAgent()).addAll(measures));
  }

  private Stream<RowKey> periods(Visitor visitor) {
    byte[] who = whoAsks.of(visitor.userAgent()).asName();
    Stream<RowKey> total = Stream.of(RowKey.of(Panel.TOTAL, who));
    if (visitor.frame() == Frame.COMPARED) {
      return total;
    }
    Stream<RowKey> hours =
        visit.hours().stream().map(hour -> RowKey.of(Panel.HOURS, RowKey.moment(hour), who));
    Stream<RowKey> dayAndMonth =
        Stream.of(
            RowKey.of(Panel.DAYS, RowKey.moment(visitor.day()), who),
            RowKey.of(Panel.MONTHS, RowKey.moment(months.applyAsLong(visitor.day())), who));
    return Stream.of(total, hours, dayAndMonth).flatMap(rows -> rows);
  }

  private void count(Crawler crawler, Measures measures) {
    byte[] name = crawler.name().getBytes(UTF_8);
    tally.of(Panel.CRAWLERS, crawler.kind().label().getBytes(UTF_8), name).addAll(measures);
    if (crawler.kind() == CrawlerKind.AI) {
      tally.of(Panel.AI_CRAWLERS, name).addAll(measures);
    }
  }

  private Stream<RowKey> landingPage() {
    return visit.pages().isEmpty()
        ? Stream.empty()
        : Stream.of(RowKey.of(Panel.LANDING_PAGES, visit.firstPage().names().get(0)));
  }
}
