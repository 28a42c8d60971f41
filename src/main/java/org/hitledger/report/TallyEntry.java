package org.hitledger.report;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.function.Consumer;

/**
 * A part of a row on its way to where all parts of it are added up.
 *
 * @param placement equal for all parts of a row, and for rows that must come together
 * @param key the {@link RowKey}'s bytes; parts of one placement are sorted by them
 * @param value the numbers
 */
@SuppressWarnings("ArrayRecordComponent")
public record TallyEntry(int placement, byte[] key, byte[] value) {
  private static final int USUAL_BYTES = 128;

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
      case DURATIONS, VISITORS -> key.hashOfFirstName();
      default -> key.hashCode();
    };
  }

  private static byte[] written(Consumer<Output> writing) {
    var out = new Output(USUAL_BYTES, Integer.MAX_VALUE);
    writing.accept(out);
    return out.toBytes();
  }

  RowKey rowKey() {
    return new RowKey(key);
  }

  Measures measures() {
    return Measures.read(new Input(value));
  }

  Panels chosen() {
    return Panels.read(value);
  }

  Visit visit() {
    return Visit.read(new Input(value));
  }
}
