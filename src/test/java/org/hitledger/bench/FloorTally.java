package org.hitledger.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Hits per path of one thread. Only a path that is new is copied. */
final class FloorTally {
  private final Map<Key, int[]> counts = new HashMap<>();
  private final Key probe = new Key();

  void add(byte[] bytes, int from, int to) {
    probe.pointAt(bytes, from, to);
    int[] count = counts.get(probe);
    if (count == null) {
      var key = new Key();
      key.pointAt(Arrays.copyOfRange(bytes, from, to), 0, to - from);
      counts.put(key, new int[] {1});
    } else {
      count[0]++;
    }
  }

  void addTo(Map<String, Long> all) {
    counts.forEach((key, count) -> all.merge(key.toString(), (long) count[0], Long::sum));
  }

  /** Bytes of a path, wherever they are. */
  private static final class Key {
    private byte[] bytes;
    private int from;
    private int to;
    private int hash;

    void pointAt(byte[] array, int start, int end) {
      bytes = array;
      from = start;
      to = end;
      int h = 0;
      for (int i = start; i < end; i++) {
        h = 31 * h + array[i];
      }
      hash = h;
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && key.hash == hash
          && Arrays.equals(bytes, from, to, key.bytes, key.from, key.to);
    }

    @Override
    public String toString() {
      return new String(bytes, from, to - from, US_ASCII);
    }
  }
}
