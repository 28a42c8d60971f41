package org.hitledger.report;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.EnumMap;
import java.util.Map;
import org.apache.datasketches.hll.TgtHllType;
import org.apache.datasketches.hll.Union;

/**
 * How many visitors a row has, about: a HyperLogLog sketch for each period, as Spark's {@code
 * hll_sketch_agg} makes them. Up to some hundred visitors it is exact but for hashes that are
 * equal; the standard error of more is 1.6 %.
 */
final class VisitorEstimate {
  /** Of the number of a sketch's counters; Spark's default. */
  private static final int LOG2_OF_COUNTERS = 12;

  /** About what a sketch takes that has few visitors. */
  private static final int BYTES_OF_SKETCH = 320;

  private final Map<Frame, Union> sketches = new EnumMap<>(Frame.class);

  /**
   * Adds a visitor, who may have been met with before.
   *
   * @return by how many bytes it has grown, about
   */
  int meet(Frame frame, long hash) {
    Union known = sketches.get(frame);
    if (known == null) {
      sketch(frame).update(hash);
      return BYTES_OF_SKETCH;
    }
    int before = known.getUpdatableSerializationBytes();
    known.update(hash);
    return known.getUpdatableSerializationBytes() - before;
  }

  private Union sketch(Frame frame) {
    return sketches.computeIfAbsent(frame, unused -> new Union(LOG2_OF_COUNTERS));
  }

  void addAll(VisitorEstimate others) {
    others.sketches.forEach(
        (frame, sketch) -> sketch(frame).update(sketch.getResult(TgtHllType.HLL_8)));
  }

  /** Adds the estimates to numbers. */
  void addTo(Measures measures) {
    sketches.forEach(
        (frame, sketch) -> measures.add(frame, Measure.VISITORS, Math.round(sketch.getEstimate())));
  }

  void write(Output out) {
    out.writeByte(sketches.size());
    for (Map.Entry<Frame, Union> sketch : sketches.entrySet()) {
      byte[] bytes = sketch.getValue().getResult(TgtHllType.HLL_4).toCompactByteArray();
      out.writeByte(sketch.getKey().ordinal());
      out.writeInt(bytes.length);
      out.writeBytes(bytes);
    }
  }

  static VisitorEstimate read(Input in) {
    var estimate = new VisitorEstimate();
    int sketches = in.readByteUnsigned();
    for (int i = 0; i < sketches; i++) {
      Frame frame = Frame.at(in.readByte());
      estimate.sketches.put(frame, Union.heapify(in.readBytes(in.readInt())));
    }
    return estimate;
  }
}
