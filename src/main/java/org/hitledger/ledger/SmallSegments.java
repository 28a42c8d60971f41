package org.hitledger.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.hitledger.fault.InputFault;
import org.hitledger.identity.KnownLogs;
import org.hitledger.identity.NextLogs;
import org.hitledger.publish.Manifest;
import org.hitledger.publish.PublishedResults;
import org.hitledger.publish.ResultFolder;

/**
 * Segments that follow each other and are small, to be joined into one.
 *
 * @param numbers those that the joined one will have
 * @param parts their folders, in their order
 * @param manifests what they say of themselves
 * @param entries what they say of the ledger
 */
public record SmallSegments(
    SegmentNumbers numbers,
    List<Path> parts,
    List<Manifest> manifests,
    List<SegmentEntry> entries) {

  /** Takes copies. */
  public SmallSegments {
    parts = List.copyOf(parts);
    manifests = List.copyOf(manifests);
    entries = List.copyOf(entries);
  }

  /** The last ones of a ledger, each of which has no more bytes than that; perhaps only one. */
  static List<SegmentNumbers> last(Segments segments, long mostBytes) throws IOException {
    List<SegmentNumbers> last = new ArrayList<>();
    for (SegmentNumbers segment : segments.all()) {
      if (segments.fs().getContentSummary(segments.path(segment)).getLength() > mostBytes) {
        last.clear();
      } else {
        last.add(segment);
      }
    }
    return last;
  }

  static SmallSegments read(List<SegmentNumbers> some, Segments segments) throws IOException {
    List<Manifest> manifests = new ArrayList<>();
    List<SegmentEntry> entries = new ArrayList<>();
    List<Path> parts = some.stream().map(segments::path).toList();
    for (SegmentNumbers segment : some) {
      Path part = segments.path(segment);
      segments.requireWhole(segment);
      entries.add(segments.entry(segment));
      manifests.add(new PublishedResults(part, List.of(part), segments.fs(), 0).manifest());
    }
    return new SmallSegments(
        new SegmentNumbers(some.get(0).first(), some.get(some.size() - 1).last()),
        parts,
        manifests,
        entries);
  }

  /**
   * Makes sure that the tables have all lines.
   *
   * @param lines how many they have
   * @throws InputFault if they say of themselves that they have others
   */
  public void requireLines(long lines) {
    long said = manifests.stream().mapToLong(run -> run.totals().get("lines_read")).sum();
    if (lines != said) {
      throw new InputFault(
          "segments %s have %,d lines, but their %s say %,d; make the ledger anew from the logs with update --rebuild"
              .formatted(numbers, lines, ResultFolder.MANIFEST, said));
    }
  }

  /**
   * What the joined segment says of the ledger.
   *
   * @return all that they say, of each log the last
   */
  public SegmentEntry entry() {
    var logs = new KnownLogs(List.of());
    for (SegmentEntry entry : entries) {
      logs = NextLogs.replay(logs, entry.logs());
    }
    return new SegmentEntry(
        numbers,
        entries.get(0).previous(),
        entries.get(entries.size() - 1).settings(),
        entries.stream().flatMap(entry -> entry.entered().stream()).toList(),
        logs.all());
  }
}
