package org.hitledger.report;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a row comes to: one number for each measure and frame, and where a panel has it how they lie
 * in time. It grows while accesses are added up.
 */
public final class Measures {
  private static final int MEASURES = Measure.values().length;

  /** Those of the reported period, and once another one is met those of both. */
  private long[] numbers = new long[MEASURES];

  private Optional<Series> series = Optional.empty();
  private Optional<VisitorEstimate> visitors = Optional.empty();

  /**
   * A number.
   *
   * @param frame of which period
   * @param measure of what
   * @return at least 0
   */
  public long of(Frame frame, Measure measure) {
    int at = at(frame, measure);
    return at < numbers.length ? numbers[at] : 0;
  }

  /**
   * The accesses that were answered with an error.
   *
   * @param frame of which period
   * @return those with a status from 400 to 599
   */
  public long errors(Frame frame) {
    return of(frame, Measure.CLIENT_ERRORS) + of(frame, Measure.SERVER_ERRORS);
  }

  /**
   * The accesses of the reported period over time.
   *
   * @return empty if the panel has none
   */
  public Series series() {
    return series.orElseGet(Series::new);
  }

  Measures add(Frame frame, Measure measure, long number) {
    int at = at(frame, measure);
    makeRoom(at + 1);
    numbers[at] += number;
    return this;
  }

  /** Adds an access to those over time, in an hour as {@link Grain#HOURS} are numbered. */
  void addAt(int hour) {
    growingSeries().add(hour);
  }

  private Series growingSeries() {
    if (series.isEmpty()) {
      series = Optional.of(new Series());
    }
    return series.orElseThrow();
  }

  /**
   * Adds a visitor to those that are estimated.
   *
   * @return by how many bytes it has grown, about
   */
  int meet(Frame frame, long hash) {
    return growingEstimate().meet(frame, hash);
  }

  private VisitorEstimate growingEstimate() {
    if (visitors.isEmpty()) {
      visitors = Optional.of(new VisitorEstimate());
    }
    return visitors.orElseThrow();
  }

  /** Makes numbers of estimates, once all parts of a row are here. */
  void settle() {
    visitors.ifPresent(estimate -> estimate.addTo(this));
    visitors = Optional.empty();
  }

  /**
   * Adds all numbers of others.
   *
   * @param others left as they are
   * @return this
   */
  public Measures addAll(Measures others) {
    makeRoom(others.numbers.length);
    for (int i = 0; i < others.numbers.length; i++) {
      numbers[i] += others.numbers[i];
    }
    others.series.ifPresent(more -> growingSeries().addAll(more));
    others.visitors.ifPresent(more -> growingEstimate().addAll(more));
    return this;
  }

  private void makeRoom(int length) {
    if (length > numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * MEASURES);
    }
  }

  private static int at(Frame frame, Measure measure) {
    return frame.ordinal() * MEASURES + measure.ordinal();
  }

  /** Most rows end with zeros: these are left out. */
  void write(Output out) {
    int used = numbers.length;
    while (used > 0 && numbers[used - 1] == 0) {
      used--;
    }
    out.writeByte(used);
    for (int i = 0; i < used; i++) {
      out.writeVarLong(numbers[i], true);
    }
    out.writeBoolean(series.isPresent());
    if (series.isPresent()) {
      series.get().write(out);
    }
    out.writeBoolean(visitors.isPresent());
    if (visitors.isPresent()) {
      visitors.get().write(out);
    }
  }

  static Measures read(Input in) {
    var measures = new Measures();
    int used = in.readByteUnsigned();
    measures.makeRoom(used);
    for (int i = 0; i < used; i++) {
      measures.numbers[i] = in.readVarLong(true);
    }
    if (in.readBoolean()) {
      measures.series = Optional.of(Series.read(in));
    }
    if (in.readBoolean()) {
      measures.visitors = Optional.of(VisitorEstimate.read(in));
    }
    return measures;
  }
}
