package org.hitledger.report;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** One number for each measure and frame; it grows while accesses are added up. */
public final class Measures {
  private static final int MEASURES = Measure.values().length;

  /** All that have numbers. */
  private static final int FRAMES = Frame.OUTSIDE.ordinal();

  private static final int LOW_BITS = 7;
  private static final int LOW = 0x7F;
  private static final int MORE = 0x80;

  private final long[] numbers = new long[FRAMES * MEASURES];

  /**
   * A number.
   *
   * @param frame of which period
   * @param measure of what
   * @return at least 0
   */
  public long of(Frame frame, Measure measure) {
    return numbers[at(frame, measure)];
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

  Measures add(Frame frame, Measure measure, long number) {
    numbers[at(frame, measure)] += number;
    return this;
  }

  /**
   * Adds all numbers of others.
   *
   * @param others left as they are
   * @return this
   */
  public Measures addAll(Measures others) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] += others.numbers[i];
    }
    return this;
  }

  private static int at(Frame frame, Measure measure) {
    return frame.ordinal() * MEASURES + measure.ordinal();
  }

  /** Seven bits a byte, since most of the numbers are small. */
  void write(DataOutput out) throws IOException {
    for (long number : numbers) {
      long rest = number;
      while ((rest & ~LOW) != 0) {
        out.writeByte((int) (rest & LOW) | MORE);
        rest >>>= LOW_BITS;
      }
      out.writeByte((int) rest);
    }
  }

  static Measures read(DataInput in) throws IOException {
    var measures = new Measures();
    for (int i = 0; i < measures.numbers.length; i++) {
      int shift = 0;
      int next = in.readUnsignedByte();
      while ((next & MORE) != 0) {
        measures.numbers[i] |= (long) (next & LOW) << shift;
        shift += LOW_BITS;
        next = in.readUnsignedByte();
      }
      measures.numbers[i] |= (long) next << shift;
    }
    return measures;
  }
}
