package org.hitledger.report;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rows that are being added up, as far as memory allows: whoever adds asks {@link #isFull}, and
 * takes them out.
 */
final class Tally {
  /** About what an entry takes beside its texts. */
  private static final int BYTES_OF_ENTRY = 320;

  /** A few tasks of a small process each have one, and what lives long costs the collector time. */
  private static final long MOST_BYTES = 12L << 20;

  @SuppressWarnings("ArrayRecordComponent")
  private record NamedRow(byte[] name, Measures measures) {}

  private final Map<RowKey, Measures> rows = new HashMap<>();
  private final Map<RowKey, Visit> visits = new HashMap<>();
  private final Map<Panel, NamedRow> last = new EnumMap<>(Panel.class);
  private final Map<RowKey, PageRows> pages = new HashMap<>();
  private long bytes;
  private long generation;

  /** The numbers of a row, to add to. */
  Measures of(RowKey key) {
    Measures measures = rows.get(key);
    if (measures == null) {
      measures = new Measures();
      rows.put(key, measures);
      bytes += BYTES_OF_ENTRY + key.bytes().length;
    }
    return measures;
  }

  /** Lines of a log often have in common with the line before what names a row. */
  Measures of(Panel panel, byte[] name) {
    NamedRow known = last.get(panel);
    if (known == null || !Arrays.equals(known.name, name)) {
      known = new NamedRow(name, of(RowKey.of(panel, name)));
      last.put(panel, known);
    }
    return known.measures;
  }

  Measures of(Panel panel, byte[]... names) {
    return of(RowKey.of(panel, names));
  }

  /** The rows of a page and of its section. */
  PageRows page(RowKey page) {
    PageRows found = pages.get(page);
    if (found == null) {
      RowKey section = RowKey.of(Panel.SECTIONS, Section.of(page.names().get(0)));
      found = new PageRows(page, of(page), of(section));
      pages.put(page, found);
    }
    return found;
  }

  /** Adds a visitor to the estimate of a row. */
  void meet(Measures row, Visitor visitor, long hash) {
    bytes += row.meet(visitor.frame(), hash);
  }

  /** Adds an access to what its visitor did. */
  void visit(Visitor visitor, ReportedAccess access, long hour, Optional<PageRows> page) {
    Visit visit = visit(visitor.key());
    bytes += visit.add(access, hour);
    page.ifPresent(rows -> bytes += visit.meet(access.epochSecond(), rows.key()));
  }

  private Visit visit(RowKey key) {
    Visit visit = visits.get(key);
    if (visit == null) {
      visit = new Visit();
      visits.put(key, visit);
      bytes += 2L * BYTES_OF_ENTRY + key.bytes().length;
    }
    return visit;
  }

  /** Another number once rows were taken out: whoever has kept one has to ask anew. */
  long generation() {
    return generation;
  }

  boolean isFull() {
    return bytes > MOST_BYTES;
  }

  /** All rows, each made into an entry when it is asked for. */
  Iterator<TallyEntry> entries() {
    return Stream.concat(
            rows.entrySet().stream().map(row -> TallyEntry.of(row.getKey(), row.getValue())),
            visits.entrySet().stream()
                .map(visit -> TallyEntry.of(visit.getKey(), visit.getValue())))
        .iterator();
  }

  /** Takes all rows out. */
  void clear() {
    rows.clear();
    visits.clear();
    last.clear();
    pages.clear();
    bytes = 0;
    generation++;
  }
}
