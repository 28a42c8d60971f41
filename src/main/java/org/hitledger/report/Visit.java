package org.hitledger.report;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** What a {@link Visitor} did; it grows while accesses are added up. */
final class Visit {
  /** The key is the row's. */
  private static final int BYTES_OF_PAGE = 48;

  private static final RowKey NO_PAGE = RowKey.of(Panel.PAGES, new byte[0]);

  private final Measures measures;
  private Set<RowKey> pages = Set.of();
  private long[] hours = {};
  private long firstSecond = Long.MAX_VALUE;
  private RowKey firstPage = NO_PAGE;

  Visit() {
    this(new Measures());
  }

  private Visit(Measures measures) {
    this.measures = measures;
  }

  Measures measures() {
    return measures;
  }

  /** The starts of the hours in which the visitor asked for something; few, since of one day. */
  long[] hours() {
    return hours.clone();
  }

  /** The rows of the pages that the visitor asked for. */
  Set<RowKey> pages() {
    return pages;
  }

  /** The first of them; of those of the same second, the first by its bytes. */
  RowKey firstPage() {
    return firstPage;
  }

  /** Returns by how many bytes it has grown, about. */
  int add(ReportedAccess access, long hour) {
    access.addTo(measures);
    return addHour(hour) ? Long.BYTES : 0;
  }

  private boolean addHour(long hour) {
    for (long known : hours) {
      if (known == hour) {
        return false;
      }
    }
    hours = Arrays.copyOf(hours, hours.length + 1);
    hours[hours.length - 1] = hour;
    return true;
  }

  /** The same for a page that the visitor has asked for. */
  int meet(long second, RowKey page) {
    meetFirst(second, page);
    return addPage(page) ? BYTES_OF_PAGE : 0;
  }

  /** Most visitors ask for one alone. */
  private boolean addPage(RowKey page) {
    if (pages.isEmpty()) {
      pages = Set.of(page);
      return true;
    }
    if (pages.size() == 1) {
      pages = new HashSet<>(pages);
    }
    return pages.add(page);
  }

  private void meetFirst(long second, RowKey page) {
    if (second < firstSecond || (second == firstSecond && page.compareTo(firstPage) < 0)) {
      firstSecond = second;
      firstPage = page;
    }
  }

  void addAll(Visit other) {
    measures.addAll(other.measures);
    for (long hour : other.hours) {
      addHour(hour);
    }
    other.pages.forEach(this::addPage);
    if (!other.pages.isEmpty()) {
      meetFirst(other.firstSecond, other.firstPage);
    }
  }

  void write(Output out) {
    measures.write(out);
    out.writeByte(hours.length);
    for (long hour : hours) {
      out.writeVarLong(hour, false);
    }
    out.writeVarInt(pages.size(), true);
    if (pages.isEmpty()) {
      return;
    }
    out.writeVarLong(firstSecond, false);
    firstPage.write(out);
    for (RowKey page : pages) {
      if (!page.equals(firstPage)) {
        page.write(out);
      }
    }
  }

  static Visit read(Input in) {
    var visit = new Visit(Measures.read(in));
    int hours = in.readByteUnsigned();
    for (int i = 0; i < hours; i++) {
      visit.addHour(in.readVarLong(false));
    }
    int pages = in.readVarInt(true);
    if (pages > 0) {
      visit.firstSecond = in.readVarLong(false);
      visit.firstPage = RowKey.read(in);
      visit.addPage(visit.firstPage);
    }
    for (int i = 1; i < pages; i++) {
      visit.addPage(RowKey.read(in));
    }
    return visit;
  }
}
