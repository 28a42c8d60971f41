package org.hitledger.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.hitledger.publish.ResultFolder;
import org.hitledger.rules.Outcome;

/**
 * The segments of a ledger.
 *
 * @param folder that has them, and may not exist
 * @param fs where it lies
 */
record Segments(Path folder, FileSystem fs) {
  private static final ObjectMapper MAPPER = KnownFile.mapper();

  /** Those that count, by their numbers: all of them are whole. */
  List<SegmentNumbers> all() throws IOException {
    List<SegmentNumbers> there = there();
    return there.stream().filter(segment -> !isReplaced(segment, there)).toList();
  }

  /** Those for which another one stands, and which are of no use any more. */
  List<SegmentNumbers> replaced() throws IOException {
    List<SegmentNumbers> there = there();
    return there.stream().filter(segment -> isReplaced(segment, there)).toList();
  }

  private static boolean isReplaced(SegmentNumbers segment, List<SegmentNumbers> there) {
    return there.stream().anyMatch(other -> other.replaces(segment));
  }

  private List<SegmentNumbers> there() throws IOException {
    try {
      return Arrays.stream(fs.listStatus(folder))
          .flatMap(entry -> SegmentNumbers.of(entry.getPath().getName()).stream())
          .sorted(Comparator.comparingInt(SegmentNumbers::first))
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  Path path(SegmentNumbers segment) {
    return new Path(folder, segment.toString());
  }

  /** What a segment says of the ledger. */
  SegmentEntry entry(SegmentNumbers segment) throws IOException {
    return MAPPER.treeToValue(run(segment).get("ledger"), SegmentEntry.class);
  }

  /** What it says of itself, for who looks back. */
  SegmentSummary summary(SegmentNumbers segment) throws IOException {
    JsonNode run = run(segment);
    return new SegmentSummary(
        segment.toString(),
        run.get("started").asText(),
        run.get("ended").asText(),
        run.get("ledger").get("entered").size(),
        run.get("totals").get("lines_read").asLong(),
        run.get("totals").get(Outcome.COUNTED.label()).asLong());
  }

  private JsonNode run(SegmentNumbers segment) throws IOException {
    try (InputStream in = fs.open(new Path(path(segment), ResultFolder.MANIFEST))) {
      return MAPPER.readTree(in);
    }
  }
}
