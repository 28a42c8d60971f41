package org.hitledger.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hitledger.bytes.ByteSearch;

/** The first lines of a file. */
final class FileHead {
  /** How many bytes are looked at. */
  static final int MOST_BYTES = 256 << 10;

  private static final int MOST_LINES = 1_000;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private FileHead() {}

  /**
   * Cuts the first bytes of a file into lines.
   *
   * @param bytes from its start, unpacked
   * @return the lines that have an end, without it, not too many; a byte order mark is dropped
   */
  static List<byte[]> lines(byte[] bytes) {
    var lines = new ArrayList<byte[]>();
    int start = Arrays.equals(bytes, 0, Math.min(bytes.length, 3), BYTE_ORDER_MARK, 0, 3) ? 3 : 0;
    int end = ByteSearch.indexOf('\n', bytes, start, bytes.length);
    while (end < bytes.length && lines.size() < MOST_LINES) {
      lines.add(Arrays.copyOfRange(bytes, start, withoutCr(bytes, start, end)));
      start = end + 1;
      end = ByteSearch.indexOf('\n', bytes, start, bytes.length);
    }
    return lines;
  }

  private static int withoutCr(byte[] bytes, int start, int end) {
    return end > start && bytes[end - 1] == '\r' ? end - 1 : end;
  }
}
