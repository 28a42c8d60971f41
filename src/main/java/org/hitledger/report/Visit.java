package org.hitledger.report;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** What a {@link Visitor} did; it grows while accesses are added up. */
final class Visit {
  private static final RowKey NO_PAGE = RowKey.of(Panel.PAGES, new byte[0]);

  private final Measures measures;
  private final Set<Long> hours = new TreeSet<>();
  private final Set<RowKey> pages = new HashSet<>();
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

  /** The starts of the hours in which the visitor asked for something. */
  Set<Long> hours() {
    return hours;
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
    int grown = hours.add(hour) ? Long.BYTES * 8 : 0;
    if (access.isPage()) {
      RowKey page = RowKey.of(Panel.PAGES, access.path());
      meet(access.epochSecond(), page);
      grown += pages.add(page) ? access.path().length + Long.BYTES * 12 : 0;
    }
    return grown;
  }

  private void meet(long second, RowKey page) {
    if (second < firstSecond || (second == firstSecond && page.compareTo(firstPage) < 0)) {
      firstSecond = second;
      firstPage = page;
    }
  }

  void addAll(Visit other) {
    measures.addAll(other.measures);
    hours.addAll(other.hours);
    pages.addAll(other.pages);
    if (!other.pages.isEmpty()) {
      meet(other.firstSecond, other.firstPage);
    }
  }

  void write(DataOutput out) throws IOException {
    measures.write(out);
    out.writeInt(hours.size());
    for (long hour : hours) {
      out.writeLong(hour);
    }
    out.writeLong(firstSecond);
    write(firstPage, out);
    out.writeInt(pages.size());
    for (RowKey page : pages) {
      write(page, out);
    }
  }

  private static void write(RowKey page, DataOutput out) throws IOException {
    out.writeInt(page.bytes().length);
    out.write(page.bytes());
  }

  static Visit read(DataInput in) throws IOException {
    var visit = new Visit(Measures.read(in));
    int hours = in.readInt();
    for (int i = 0; i < hours; i++) {
      visit.hours.add(in.readLong());
    }
    visit.firstSecond = in.readLong();
    visit.firstPage = readPage(in);
    int pages = in.readInt();
    for (int i = 0; i < pages; i++) {
      visit.pages.add(readPage(in));
    }
    return visit;
  }

  private static RowKey readPage(DataInput in) throws IOException {
    byte[] page = new byte[in.readInt()];
    in.readFully(page);
    return new RowKey(page);
  }
}
