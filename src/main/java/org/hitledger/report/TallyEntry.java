package org.hitledger.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * A part of a row on its way to where all parts of it are added up.
 *
 * @param placement equal for all parts of a row, and for rows that must come together
 * @param key the {@link RowKey}'s bytes; parts of one placement are sorted by them
 * @param value the numbers
 */
@SuppressWarnings("ArrayRecordComponent")
public record TallyEntry(int placement, byte[] key, byte[] value) {
  private static final int USUAL_BYTES = 64;

  private interface Writing {
    void write(DataOutput out) throws IOException;
  }

  static TallyEntry of(RowKey key, Measures measures) {
    return new TallyEntry(placement(key), key.bytes(), written(measures::write));
  }

  static TallyEntry of(RowKey key, Visit visit) {
    return new TallyEntry(placement(key), key.bytes(), written(visit::write));
  }

  static TallyEntry of(Panels chosen) {
    return new TallyEntry(0, RowKey.of(Panel.CHOSEN, new byte[0]).bytes(), chosen.write());
  }

  /** All durations of a page come together, and all visitors of a host. */
  private static int placement(RowKey key) {
    return switch (key.panel()) {
      case DURATIONS, VISITORS -> Arrays.hashCode(key.names().get(0));
      default -> key.hashCode();
    };
  }

  private static byte[] written(Writing writing) {
    var bytes = new ByteArrayOutputStream(USUAL_BYTES);
    try {
      writing.write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  RowKey rowKey() {
    return new RowKey(key);
  }

  Measures measures() {
    try {
      return Measures.read(in());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Panels chosen() {
    return Panels.read(value);
  }

  Visit visit() {
    try {
      return Visit.read(in());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DataInputStream in() {
    return new DataInputStream(new ByteArrayInputStream(value));
  }
}
