package org.hitledger.report;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.Arrays;

/**
 * How many accesses there were when: by hour, once these span more than a week by day, and once
 * these span more than 750 by month. It grows while accesses are added up, and is the same in
 * whatever order they are.
 */
public final class Series {
  private static final Grain[] GRAINS = Grain.values();

  private Grain grain = Grain.HOURS;
  private int[] periods = {};
  private long[] accesses = {};
  private int size;

  /**
   * Whether there is no access in it.
   *
   * @return true if nothing was added
   */
  public boolean isEmpty() {
    return size == 0;
  }

  /** Adds an access in an hour, numbered as {@link Grain#HOURS} are. */
  void add(int hour) {
    add(Grain.HOURS, hour, 1);
  }

  Series addAll(Series others) {
    while (grain.compareTo(others.grain) < 0) {
      coarsen();
    }
    for (int i = 0; i < others.size; i++) {
      add(others.grain, others.periods[i], others.accesses[i]);
    }
    return this;
  }

  private void add(Grain finer, int period, long number) {
    int own = inGrain(finer, period);
    int at = find(own);
    if (at < 0) {
      at = -at - 1;
      insert(at, own);
    }
    accesses[at] += number;
    while (span() > grain.most()) {
      coarsen();
    }
  }

  private int inGrain(Grain finer, int period) {
    int found = period;
    for (Grain next = finer; next != grain; next = next.next()) {
      found = next.coarser(found);
    }
    return found;
  }

  /** Lines of a log are nearly in the order of time. */
  private int find(int period) {
    return size > 0 && periods[size - 1] == period
        ? size - 1
        : Arrays.binarySearch(periods, 0, size, period);
  }

  private void insert(int at, int period) {
    if (size == periods.length) {
      int larger = Math.max(1, size * 2);
      periods = Arrays.copyOf(periods, larger);
      accesses = Arrays.copyOf(accesses, larger);
    }
    System.arraycopy(periods, at, periods, at + 1, size - at);
    System.arraycopy(accesses, at, accesses, at + 1, size - at);
    periods[at] = period;
    accesses[at] = 0;
    size++;
  }

  private void coarsen() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      int period = grain.coarser(periods[i]);
      if (kept > 0 && periods[kept - 1] == period) {
        accesses[kept - 1] += accesses[i];
      } else {
        periods[kept] = period;
        accesses[kept] = accesses[i];
        kept++;
      }
    }
    size = kept;
    grain = grain.next();
  }

  private long span() {
    return (long) periods[size - 1] - periods[0] + 1;
  }

  /**
   * The accesses in equal parts of the time that another series spans.
   *
   * @param whole of which this is a part
   * @param most how many parts there are at most; fewer if that has fewer periods
   * @return the accesses in each, the first part first
   */
  public long[] parts(Series whole, int most) {
    long span = whole.span();
    var parts = new long[(int) Math.min(most, span)];
    for (int i = 0; i < size; i++) {
      long since = (long) whole.inGrain(grain, periods[i]) - whole.periods[0];
      parts[(int) (since * parts.length / span)] += accesses[i];
    }
    return parts;
  }

  /**
   * When there were most accesses.
   *
   * @return ISO 8601, as long as the periods are
   */
  public String busiest() {
    int busiest = 0;
    for (int i = 1; i < size; i++) {
      if (accesses[i] > accesses[busiest]) {
        busiest = i;
      }
    }
    return grain.label(periods[busiest]);
  }

  void write(Output out) {
    out.writeVarLong(size, true);
    if (size > 0) {
      out.writeByte(grain.ordinal());
      out.writeInt(periods[0]);
      for (int i = 0; i < size; i++) {
        out.writeVarLong(periods[i] - periods[Math.max(0, i - 1)], true);
        out.writeVarLong(accesses[i], true);
      }
    }
  }

  static Series read(Input in) {
    var series = new Series();
    series.size = (int) in.readVarLong(true);
    series.periods = new int[series.size];
    series.accesses = new long[series.size];
    if (series.size > 0) {
      series.grain = GRAINS[in.readByte()];
      int period = in.readInt();
      for (int i = 0; i < series.size; i++) {
        period += (int) in.readVarLong(true);
        series.periods[i] = period;
        series.accesses[i] = in.readVarLong(true);
      }
    }
    return series;
  }
}
