package org.hitledger.compression;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.io.compress.CompressionInputStream;

/**
 * The lines of a packed file, none longer than can be shown to be too long, and at the end what was
 * found in the file. A defect on damage stands at the end of the line that the damage has cut, so
 * that this line is never taken for a whole one.
 */
final class LogStream extends CompressionInputStream {
  /**
   * A byte order mark and a CR do not count for the length of a line; one byte more is too long.
   */
  private static final int BEYOND_LIMIT = 3 + 1 + 1;

  private final Members members;
  private final ReadOptions reading;
  private final LineLimit limit;
  private final UnpackedHead head = new UnpackedHead();
  private InputStream defects;

  LogStream(Packing packing, InputStream in, int bufferSize, ReadOptions reading)
      throws IOException {
    super(in);
    this.members = new Members(packing, in, bufferSize);
    this.reading = reading;
    this.limit = new LineLimit(reading.maxLineBytes() + BEYOND_LIMIT);
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (defects == null) {
      int read = readLines(to, from, length);
      if (read > 0) {
        return read;
      }
    }
    return defects.read(to, from, length);
  }

  /** How many bytes; none if only defects are left. */
  private int readLines(byte[] to, int from, int length) throws IOException {
    try {
      int passed = 0;
      while (passed == 0) {
        int read = members.read(to, from, length);
        if (read < 0) {
          head.requireLines();
          defects = new ByteArrayInputStream(atEnd());
          return 0;
        }
        head.add(to, from, read);
        passed = limit.apply(to, from, read);
      }
      return passed;
    } catch (DamageException damage) {
      head.requireLines();
      if (reading.onDamage() == OnDamage.FAIL) {
        throw damage;
      }
      defects = new ByteArrayInputStream(reading.marker().on(damage.defect()));
      return 0;
    }
  }

  private byte[] atEnd() {
    var end = new ByteArrayOutputStream();
    members
        .zeros()
        .ifPresent(
            defect -> {
              if (limit.isInLine()) {
                end.write('\n');
              }
              end.writeBytes(reading.marker().on(defect));
            });
    return end.toByteArray();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /** Files are read from their start to their end. */
  @Override
  public void resetState() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() throws IOException {
    try {
      super.close();
    } finally {
      members.close();
    }
  }
}
