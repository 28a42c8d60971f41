package org.hitledger.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hitledger.period.Periods;
import org.hitledger.report.Frame;
import org.hitledger.report.Measures;
import org.hitledger.report.Panel;
import org.hitledger.report.PanelRow;
import org.hitledger.report.PanelRows;
import org.hitledger.report.Who;

/**
 * The hours, days or months of a report. Where it is compared, the first of the other period stands
 * beside the first of the report's, and so on, as long as the report's period is.
 */
final class PeriodRows {
  private static final List<Column> OF_EACH =
      List.of(Column.ACCESSES, Column.PAGES, Column.VISITORS, Column.BYTES);
  private static final List<Column> OF_ALL =
      List.of(Column.SUCCESSES, Column.REDIRECTS, Column.CLIENT_ERRORS, Column.SERVER_ERRORS);

  private final Tables tables;
  private final Periods periods;
  private final Optional<ComparedPeriod> compared;
  private final boolean isWhole;
  private final NavigableMap<Long, List<PanelRow>> reported;
  private final NavigableMap<Long, List<PanelRow>> others;

  PeriodRows(Tables tables, Panel panel, Periods periods, Optional<ComparedPeriod> compared) {
    this.tables = tables;
    this.periods = periods;
    this.compared = compared;
    PanelRows rows = tables.panels().of(panel.during(Frame.REPORTED));
    isWhole = rows.number() == rows.rows().size();
    reported = byStart(rows);
    others = byStart(tables.panels().of(panel.during(Frame.COMPARED)));
  }

  private static NavigableMap<Long, List<PanelRow>> byStart(PanelRows rows) {
    return rows.rows().stream().collect(groupingBy(row -> row.moment(0), TreeMap::new, toList()));
  }

  /** A period, the one beside it if there is one, and the rows of both. */
  private record Pair(long start, OptionalLong other, List<PanelRow> rows) {
    boolean hasAccesses() {
      return !rows.isEmpty();
    }
  }

  /** All from the first with an access to the last, unless there are more. */
  Optional<PeriodTable> upTo(int most) {
    List<Pair> pairs = pairs(most);
    return isWhole && pairs.size() <= most ? Optional.of(table(pairs)) : Optional.empty();
  }

  /** Those with an access alone. */
  PeriodTable withAccesses() {
    return table(pairs(Integer.MAX_VALUE).stream().filter(Pair::hasAccesses).toList());
  }

  /** All from the first with an access to the last, or more than so many. */
  private List<Pair> pairs(int most) {
    PrimitiveIterator.OfLong starts = starts().iterator();
    PrimitiveIterator.OfLong beside = startsBeside().iterator();
    var pairs = new ArrayList<Pair>();
    int end = 0;
    while (pairs.size() <= most && starts.hasNext()) {
      long start = starts.nextLong();
      OptionalLong other =
          beside.hasNext() ? OptionalLong.of(beside.nextLong()) : OptionalLong.empty();
      if (isBehind(reported, start) && isBehind(others, other.orElse(Long.MAX_VALUE))) {
        break;
      }
      Pair pair = pair(start, other);
      if (pair.hasAccesses() || !pairs.isEmpty()) {
        pairs.add(pair);
      }
      if (pair.hasAccesses()) {
        end = pairs.size();
      }
    }
    return pairs.size() > most ? pairs : pairs.subList(0, end);
  }

  private static boolean isBehind(NavigableMap<Long, List<PanelRow>> rows, long start) {
    return rows.isEmpty() || rows.lastKey() < start;
  }

  private Pair pair(long start, OptionalLong other) {
    var rows = new ArrayList<>(reported.getOrDefault(start, List.of()));
    other.ifPresent(then -> rows.addAll(others.getOrDefault(then, List.of())));
    return new Pair(start, other, rows);
  }

  /** From where the report's period begins, if that is limited; else from its first access on. */
  private LongStream starts() {
    Optional<Long> first =
        compared
            .flatMap(ComparedPeriod::reportedSince)
            .map(this::start)
            .or(() -> reported.keySet().stream().findFirst());
    return first.map(start -> periods.from(start, lastStart())).orElseGet(LongStream::empty);
  }

  /** No period of the report starts later. */
  private long lastStart() {
    return compared.map(period -> lastSecond(period.reportedUntil())).orElseGet(reported::lastKey);
  }

  private LongStream startsBeside() {
    return compared.stream()
        .flatMapToLong(period -> periods.from(start(period.since()), lastSecond(period.until())));
  }

  private static long lastSecond(Instant until) {
    return until.minusNanos(1).getEpochSecond();
  }

  private long start(Instant moment) {
    return periods.starts().applyAsLong(moment.getEpochSecond());
  }

  private PeriodTable table(List<Pair> pairs) {
    return new PeriodTable(
        periods.unit().toString(), pairs.stream().map(this::row).toList(), isWhole);
  }

  private PeriodRow row(Pair pair) {
    return new PeriodRow(
        periods.label(pair.start()),
        pair.start(),
        pair.other().stream().mapToObj(periods::label).findAny().orElse(""),
        numbers(pair));
  }

  private List<Cell> numbers(Pair pair) {
    Measures people = of(Who.PEOPLE, pair.rows());
    Measures crawlers = of(Who.CRAWLERS, pair.rows());
    Measures all = new Measures().addAll(people).addAll(crawlers);
    return Stream.concat(
            OF_EACH.stream()
                .flatMap(
                    column ->
                        Stream.of(number(pair, column, people), number(pair, column, crawlers))),
            OF_ALL.stream().map(column -> number(pair, column, all)))
        .toList();
  }

  private Cell number(Pair pair, Column column, Measures measures) {
    return pair.other().isPresent()
        ? tables.number(column, measures)
        : Cell.number(column.of(measures, Frame.REPORTED));
  }

  private static Measures of(Who who, List<PanelRow> rows) {
    var sum = new Measures();
    rows.stream()
        .filter(row -> row.number(1) == who.ordinal())
        .forEach(row -> sum.addAll(row.measures()));
    return sum;
  }
}
