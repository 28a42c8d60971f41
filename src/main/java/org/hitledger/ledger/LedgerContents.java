package org.hitledger.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.hitledger.fault.InputFault;
import org.hitledger.identity.Damage;
import org.hitledger.identity.KnownLogs;
import org.hitledger.identity.NextLogs;
import org.hitledger.publish.PublishedResults;
import org.hitledger.source.HadoopFileSystems;
import org.hitledger.source.InputPath;

/**
 * What a ledger holds, for who reads it; nobody has to be asked for that.
 *
 * @param path its folder, with scheme
 * @param fs where it lies
 */
public record LedgerContents(Path path, FileSystem fs) {
  static final String SEGMENTS = "segments";
  private static final String KNOWN = "ledger.json";

  /**
   * The ledger that an argument names.
   *
   * @param argument a folder on any file system that Hadoop knows
   * @param hadoop how to reach it
   * @return nothing if there is no ledger
   * @throws InputFault if it cannot be looked at
   */
  static Optional<LedgerContents> existing(String argument, Configuration hadoop) {
    try {
      Path path = InputPath.parse(argument);
      FileSystem fs = HadoopFileSystems.of(path, hadoop);
      var contents = new LedgerContents(fs.makeQualified(path), fs);
      return contents.exist() ? Optional.of(contents) : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      throw new InputFault("%s cannot be read: %s".formatted(argument, e.getMessage()), e);
    }
  }

  KnownFile known() {
    return new KnownFile(new Path(path, KNOWN), fs);
  }

  Segments segments() {
    return new Segments(new Path(path, SEGMENTS), fs);
  }

  boolean exist() throws IOException {
    return fs.exists(known().path()) || segments().last() > 0;
  }

  /** The last number of its segments, whether they are whole or not; 0 for none. */
  int lastNumber() throws IOException {
    return Math.max(segments().last(), known().read().map(LedgerState::segment).orElse(0));
  }

  /** What is known, also of segments whose update died before it had written that down. */
  Optional<LedgerState> state() throws IOException {
    Optional<LedgerState> state = known().read();
    List<SegmentNumbers> all = segments().all();
    int last = state.map(LedgerState::segment).orElse(0);
    if (all.stream().mapToInt(SegmentNumbers::last).max().orElse(0) < last) {
      throw segments().fault(new SegmentNumbers(last, last), "is not there");
    }
    for (SegmentNumbers segment : all) {
      if (segment.last() > state.map(LedgerState::segment).orElse(0)) {
        state = Optional.of(with(segments().entry(segment), state));
      }
    }
    return state;
  }

  private static LedgerState with(SegmentEntry entry, Optional<LedgerState> state) {
    Optional<LedgerState> before = state.filter(known -> entry.previous() > 0);
    KnownLogs known = before.map(LedgerState::logs).orElseGet(() -> new KnownLogs(List.of()));
    return new LedgerState(
        before.map(LedgerState::settings).orElseGet(() -> new Settings(entry.settings())),
        entry.numbers().last(),
        NextLogs.replay(known, entry.logs()));
  }

  /** Its segments as results. */
  StoredResults results() {
    try {
      List<SegmentNumbers> all = segments().all();
      List<SegmentSummary> summaries = new ArrayList<>();
      for (SegmentNumbers segment : all) {
        segments().requireWhole(segment);
        summaries.add(segments().summary(segment));
      }
      List<Path> parts = all.stream().map(segments()::path).toList();
      return new StoredResults(
          new PublishedResults(path, parts, fs, fs.getContentSummary(path).getLength()),
          summaries,
          Optional.of(this));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Where the logs are damaged of which it may have less than was written. */
  List<Damage> damage() {
    try {
      return state().map(state -> state.logs().damage()).orElse(List.of());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private InputFault unreadable(IOException e) {
    return new InputFault("%s cannot be read: %s".formatted(path, e.getMessage()), e);
  }
}
