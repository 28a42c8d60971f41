package org.hitledger.report;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** What a {@link Visitor} did; it grows while accesses are added up. */
final class Visit {
  private static final int FEW = 4;
  private static final RowKey NO_PAGE = RowKey.of(Panel.PAGES, new byte[0]);

  private final Measures measures;
  private final Set<RowKey> pages = new HashSet<>(FEW);
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
    // The key is the row's.
    return pages.add(page) ? Long.BYTES * 6 : 0;
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
    pages.addAll(other.pages);
    if (!other.pages.isEmpty()) {
      meetFirst(other.firstSecond, other.firstPage);
    }
  }

  void write(DataOutput out) throws IOException {
    measures.write(out);
    out.writeByte(hours.length);
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
    int hours = in.readUnsignedByte();
    for (int i = 0; i < hours; i++) {
      visit.addHour(in.readLong());
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
