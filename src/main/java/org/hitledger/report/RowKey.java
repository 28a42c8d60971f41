package org.hitledger.report;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The panel of a row and the texts that name it, as bytes that can be told apart and sorted. Of
 * several texts all but the last have their length before them.
 */
public final class RowKey implements Comparable<RowKey> {
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
    ByteBuffer bytes = ByteBuffer.allocate(length).put((byte) panel.ordinal());
    for (int i = 0; i < last; i++) {
      bytes.putInt(names[i].length).put(names[i]);
    }
    return new RowKey(bytes.put(names[last]).array());
  }

  /** A moment as a name; later ones come later. */
  static byte[] moment(long epochSecond) {
    return ByteBuffer.allocate(Long.BYTES).putLong(epochSecond ^ Long.MIN_VALUE).array();
  }

  static long moment(byte[] name) {
    return ByteBuffer.wrap(name).getLong() ^ Long.MIN_VALUE;
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
    ByteBuffer rest = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
    var names = new ArrayList<byte[]>();
    for (int i = 1; i < panel().names(); i++) {
      names.add(next(rest, rest.getInt()));
    }
    names.add(next(rest, rest.remaining()));
    return names;
  }

  private static byte[] next(ByteBuffer rest, int length) {
    byte[] name = new byte[length];
    rest.get(name);
    return name;
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
