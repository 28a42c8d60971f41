package org.hitledger.lines;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.hitledger.bytes.ByteSearch;

/** Cuts bytes at each LF, in memory that does not grow with the length of a line. */
final class LineCutter {
  private static final int BUFFER = 1 << 17;

  private final Source source;
  private final int most;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;

  /** Where, among all bytes of the source, the next line begins. */
  private long position;

  /** What has been read of the line that comes next. */
  private byte[] pending = {};

  private boolean isAtEnd;

  /**
   * A cutter at the start of a line.
   *
   * @param source of the bytes
   * @param most how many bytes of a line are kept
   */
  LineCutter(Source source, int most) {
    this.source = source;
    this.most = most;
  }

  /** Where bytes come from. */
  @FunctionalInterface
  interface Source {
    /** Reads one byte or more, or -1 at the end. */
    int read(byte[] to, int from, int length) throws IOException;
  }

  /** How many bytes of the source stand before the line that comes next. */
  long position() {
    return position;
  }

  /** Leaves out one mark if the bytes begin so. */
  void skip(byte[] mark) throws IOException {
    while (to < mark.length && fill()) {}
    if (to >= mark.length && Arrays.equals(buffer, 0, mark.length, mark, 0, mark.length)) {
      from = mark.length;
      position = mark.length;
    }
  }

  /** Goes to a place where a line begins. */
  void skipBytes(long count) throws IOException {
    while (position < count && (from < to || fill())) {
      int skipped = (int) Math.min(count - position, to - from);
      from += skipped;
      position += skipped;
    }
  }

  /** The next line, without its LF; nothing at the end. */
  Optional<byte[]> next() throws IOException {
    int end = ByteSearch.indexOf('\n', buffer, from, to);
    while (end == to) {
      keep(to);
      if (!fill()) {
        return last();
      }
      end = ByteSearch.indexOf('\n', buffer, from, to);
    }
    byte[] line = joined(end);
    position += end + 1L - from;
    from = end + 1;
    return Optional.of(line);
  }

  /**
   * Goes behind the LF that comes next, but looks for it up to a place only: of a line that is
   * longer than a part of its file, each part would else read the rest.
   */
  void skipLine(long limit) throws IOException {
    int end = ByteSearch.indexOf('\n', buffer, from, to);
    while (end == to) {
      position += to - from;
      from = to;
      if (position >= limit || !fill()) {
        return;
      }
      end = ByteSearch.indexOf('\n', buffer, from, to);
    }
    position += end + 1L - from;
    from = end + 1;
  }

  /** Takes what has been read of a line that does not end: at a damage, or at the end. */
  byte[] rest() {
    keep(to);
    return takePending();
  }

  private byte[] takePending() {
    byte[] taken = pending;
    pending = new byte[0];
    return taken;
  }

  private Optional<byte[]> last() {
    return pending.length == 0 ? Optional.empty() : Optional.of(takePending());
  }

  private byte[] joined(int end) {
    if (pending.length == 0) {
      return Arrays.copyOfRange(buffer, from, Math.min(end, from + most));
    }
    byte[] before = takePending();
    int more = Math.min(end - from, most - before.length);
    byte[] line = Arrays.copyOf(before, before.length + more);
    System.arraycopy(buffer, from, line, before.length, more);
    return line;
  }

  private void keep(int end) {
    if (end > from && pending.length < most) {
      pending = joined(end);
    }
    position += end - from;
    from = end;
  }

  /** Behind what there is, if there is room; else from the start. */
  private boolean fill() throws IOException {
    if (isAtEnd) {
      return false;
    }
    if (from == to) {
      from = 0;
      to = 0;
    }
    int read = source.read(buffer, to, buffer.length - to);
    isAtEnd = read < 0;
    to += Math.max(read, 0);
    return !isAtEnd;
  }
}
