package org.hitledger.report;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * The panel of a row and the texts that name it, as bytes that can be told apart and sorted. Of
 * several texts all but the last have their length before them.
 */
public final class RowKey implements Comparable<RowKey> {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] bytes;

  /** Keys are put into several maps each. */
  private final int hash;

  /** A key of the ordinal of its panel, and its texts. */
  RowKey(byte[] bytes) {
    this.bytes = bytes;
    hash = Arrays.hashCode(bytes);
  }

  static RowKey of(Panel panel, byte[] name) {
    byte[] bytes = new byte[1 + name.length];
    bytes[0] = (byte) panel.ordinal();
    System.arraycopy(name, 0, bytes, 1, name.length);
    return new RowKey(bytes);
  }

  static RowKey of(Panel panel, byte[]... names) {
    int last = names.length - 1;
    int length = 1 + last * Integer.BYTES;
    for (byte[] name : names) {
      length += name.length;
    }
    byte[] bytes = new byte[length];
    bytes[0] = (byte) panel.ordinal();
    int at = 1;
    for (int i = 0; i < last; i++) {
      INTS.set(bytes, at, names[i].length);
      at += Integer.BYTES;
      System.arraycopy(names[i], 0, bytes, at, names[i].length);
      at += names[i].length;
    }
    System.arraycopy(names[last], 0, bytes, at, names[last].length);
    return new RowKey(bytes);
  }

  /** A moment as a name; later ones come later. */
  static byte[] moment(long epochSecond) {
    byte[] name = new byte[Long.BYTES];
    LONGS.set(name, 0, epochSecond ^ Long.MIN_VALUE);
    return name;
  }

  static long moment(byte[] name) {
    return (long) LONGS.get(name, 0) ^ Long.MIN_VALUE;
  }

  void write(Output out) {
    out.writeVarInt(bytes.length, true);
    out.writeBytes(bytes);
  }

  static RowKey read(Input in) {
    return new RowKey(in.readBytes(in.readVarInt(true)));
  }

  /** All of it, not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  /**
   * The panel of the row.
   *
   * @return its panel
   */
  public Panel panel() {
    return Panel.at(bytes[0]);
  }

  /** The texts that name the row. */
  List<byte[]> names() {
    var names = new byte[panel().names()][];
    int at = 1;
    for (int i = 0; i < names.length - 1; i++) {
      int start = at + Integer.BYTES;
      at = start + (int) INTS.get(bytes, at);
      names[i] = Arrays.copyOfRange(bytes, start, at);
    }
    names[names.length - 1] = Arrays.copyOfRange(bytes, at, bytes.length);
    return List.of(names);
  }

  /** Of the first of several texts alone; the same in every process. */
  int hashOfFirstName() {
    int start = 1 + Integer.BYTES;
    int end = start + (int) INTS.get(bytes, 1);
    int found = 1;
    for (int i = start; i < end; i++) {
      found = 31 * found + bytes[i];
    }
    return found;
  }

  @Override
  public int compareTo(RowKey other) {
    if (bytes[0] != other.bytes[0] || panel().names() == 1) {
      return Arrays.compareUnsigned(bytes, other.bytes);
    }
    // Text by text: lengths would bring short ones to the top.
    return Arrays.compare(texts(), other.texts(), Arrays::compareUnsigned);
  }

  private byte[][] texts() {
    return names().toArray(byte[][]::new);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof RowKey key && hash == key.hash && Arrays.equals(bytes, key.bytes));
  }

  /** Also where rows go to be added up: the same in every process. */
  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return panel() + Arrays.toString(bytes);
  }
}
