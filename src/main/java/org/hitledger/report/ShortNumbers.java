package org.hitledger.report;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Numbers of at least 0 in seven bits a byte, the lowest first, since most of them are small. */
final class ShortNumbers {
  private static final int LOW_BITS = 7;
  private static final int LOW = 0x7F;
  private static final int MORE = 0x80;

  private ShortNumbers() {}

  static void write(long number, DataOutput out) throws IOException {
    long rest = number;
    while ((rest & ~LOW) != 0) {
      out.writeByte((int) (rest & LOW) | MORE);
      rest >>>= LOW_BITS;
    }
    out.writeByte((int) rest);
  }

  static long read(DataInput in) throws IOException {
    long number = 0;
    int shift = 0;
    int next = in.readUnsignedByte();
    while ((next & MORE) != 0) {
      number |= (long) (next & LOW) << shift;
      shift += LOW_BITS;
      next = in.readUnsignedByte();
    }
    return number | (long) next << shift;
  }
}
