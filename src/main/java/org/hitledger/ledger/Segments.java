package org.hitledger.ledger;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.hitledger.fault.InputFault;
import org.hitledger.publish.ResultFolder;
import org.hitledger.publish.TableFile;

/**
 * The segments of a ledger.
 *
 * @param folder that has them, and may not exist
 * @param fs where it lies
 */
record Segments(Path folder, FileSystem fs) {
  private static final String REMEDY =
      "put it back as it was, or make the ledger anew from the logs with update --rebuild";

  /** What {@code run.json} of a segment says, as far as it is looked at here. */
  private record Run(
      String started,
      String ended,
      Totals totals,
      SegmentEntry ledger,
      // The first segments did not list them.
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<TableFile> files) {}

  private record Totals(long lines_read, long counted) {}

  /**
   * Those that count, by their numbers.
   *
   * @throws InputFault if one is missing between them
   */
  List<SegmentNumbers> all() throws IOException {
    List<SegmentNumbers> listed = standing();
    // Another run may have joined segments and deleted them while they were listed.
    List<SegmentNumbers> all = missing(listed).isEmpty() ? listed : standing();
    missing(all)
        .ifPresent(
            number -> {
              throw fault(new SegmentNumbers(number, number), "is not there");
            });
    return all;
  }

  private List<SegmentNumbers> standing() throws IOException {
    List<SegmentNumbers> there = there();
    return there.stream().filter(segment -> !isReplaced(segment, there)).toList();
  }

  private static Optional<Integer> missing(List<SegmentNumbers> standing) {
    int next = 1;
    for (SegmentNumbers segment : standing) {
      if (segment.first() != next) {
        return Optional.of(next);
      }
      next = segment.last() + 1;
    }
    return Optional.empty();
  }

  /** The last number that one of them has, whether others are missing or not; 0 for none. */
  int last() throws IOException {
    return there().stream().mapToInt(SegmentNumbers::last).max().orElse(0);
  }

  /** Makes sure that nobody has deleted a part of it. */
  void requireWhole(SegmentNumbers segment) throws IOException {
    for (String part : List.of(ResultFolder.MANIFEST, ResultFolder.BALANCE, ResultFolder.HITS)) {
      if (!fs.exists(new Path(path(segment), part))) {
        throw without(segment, part);
      }
    }
    requireFiles(segment);
  }

  private void requireFiles(SegmentNumbers segment) throws IOException {
    Optional<TableFile> missing = TableFile.missing(run(segment).files(), path(segment), fs);
    if (missing.isPresent()) {
      throw without(segment, missing.get().toString());
    }
  }

  /** The local file system says the same of a file that may not be opened. */
  private InputFault unread(SegmentNumbers segment, FileNotFoundException e) throws IOException {
    Path manifest = new Path(path(segment), ResultFolder.MANIFEST);
    return fs.exists(manifest)
        ? new InputFault(
            "%s: no permission to read it; check its owner and mode".formatted(manifest), e)
        : without(segment, ResultFolder.MANIFEST);
  }

  private InputFault without(SegmentNumbers segment, String part) throws IOException {
    return standing().contains(segment)
        ? fault(segment, "has no " + part)
        : new InputFault(
            "%s was joined with others while it was read; run again".formatted(path(segment)));
  }

  /** What is to be said of a segment that is not as it was written. */
  InputFault fault(SegmentNumbers segment, String what) {
    return new InputFault("segment %s %s; %s".formatted(path(segment), what, REMEDY));
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
    return run(segment).ledger();
  }

  /** What it says of itself, for who looks back. */
  SegmentSummary summary(SegmentNumbers segment) throws IOException {
    Run run = run(segment);
    return new SegmentSummary(
        segment.toString(),
        run.started(),
        run.ended(),
        run.ledger().entered().size(),
        run.totals().lines_read(),
        run.totals().counted());
  }

  private Run run(SegmentNumbers segment) throws IOException {
    try (InputStream in = fs.open(new Path(path(segment), ResultFolder.MANIFEST))) {
      return LedgerJson.read(in, Run.class);
    } catch (FileNotFoundException e) {
      throw unread(segment, e);
    } catch (JsonProcessingException e) {
      throw fault(segment, "has a run.json that is not what update writes");
    }
  }
}
