package org.hitledger.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hitledger.oracle.HostileLines;

/** Lines to measure on: the benchmark's own, and those on which the tests find faults. */
public enum SampleLines {
  /** As in a real log. */
  CORPUS {
    @Override
    List<byte[]> make() {
      var bytes = new ByteArrayOutputStream();
      var site = new Site();
      for (int block = 0; block < COUNT / Block.LINES; block++) {
        Block.write(site, block, bytes);
      }
      return Arrays.stream(bytes.toString(US_ASCII).split("\n", -1))
          .limit(COUNT)
          .map(line -> line.getBytes(US_ASCII))
          .toList();
    }
  },

  /** Near the border between two classes, as a stranger would write them who wants to harm. */
  HOSTILE {
    @Override
    List<byte[]> make() {
      return Stream.generate(new HostileLines(2012)::next).limit(COUNT).toList();
    }
  };

  /** How many lines each has. */
  static final int COUNT = 10_000;

  /** The lines, the same each time. */
  abstract List<byte[]> make();

  /** How long a line is on average. */
  double meanLength() {
    return make().stream().mapToInt(line -> line.length).average().orElseThrow();
  }
}
