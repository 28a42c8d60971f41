package org.hitledger.product.stored;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.product.count.Entry;
import org.hitledger.rules.Outcome;

/** How many accesses of each class a task has seen of each file, in whatever order. */
final class FileTally {
  private static final ByteSlice NONE = ByteSlice.of(new byte[0]);

  private final Map<ByteSlice, long[]> files = new HashMap<>();
  private ByteSlice file = NONE;
  private long[] lines = {};

  void add(ByteSlice fileOfLine, Outcome outcome) {
    // Rows of one file nearly always come together.
    if (!file.equals(fileOfLine)) {
      file = fileOfLine;
      lines = files.computeIfAbsent(file, name -> new long[Outcome.values().length]);
    }
    lines[outcome.ordinal()]++;
  }

  Stream<Entry> entries() {
    return files.entrySet().stream().flatMap(of -> entries(of.getKey(), of.getValue()));
  }

  private static Stream<Entry> entries(ByteSlice file, long[] lines) {
    return Arrays.stream(Outcome.values())
        .filter(outcome -> lines[outcome.ordinal()] > 0)
        .map(outcome -> Entry.ofLines(file.toArray(), outcome.ordinal(), lines[outcome.ordinal()]));
  }
}
