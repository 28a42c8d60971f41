package org.hitledger.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
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
  private static final Pattern NUMBER = Pattern.compile("\\d{6,9}");
  private static final ObjectMapper MAPPER = KnownFile.mapper();

  /** Those that are there, by their numbers: all of them are whole. */
  List<Path> all() throws IOException {
    try {
      return Arrays.stream(fs.listStatus(folder))
          .map(FileStatus::getPath)
          .filter(path -> NUMBER.matcher(path.getName()).matches())
          .sorted()
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  static int numberOf(Path segment) {
    return Integer.parseInt(segment.getName());
  }

  Path named(int number) {
    return new Path(folder, "%06d".formatted(number));
  }

  /** What a segment says of the ledger. */
  SegmentEntry entry(Path segment) throws IOException {
    return MAPPER.treeToValue(run(segment).get("ledger"), SegmentEntry.class);
  }

  /** What it says of itself, for who looks back. */
  SegmentSummary summary(Path segment) throws IOException {
    JsonNode run = run(segment);
    return new SegmentSummary(
        numberOf(segment),
        run.get("started").asText(),
        run.get("ended").asText(),
        run.get("ledger").get("entered").size(),
        run.get("totals").get("lines_read").asLong(),
        run.get("totals").get(Outcome.COUNTED.label()).asLong());
  }

  private JsonNode run(Path segment) throws IOException {
    try (InputStream in = fs.open(new Path(segment, ResultFolder.MANIFEST))) {
      return MAPPER.readTree(in);
    }
  }
}
