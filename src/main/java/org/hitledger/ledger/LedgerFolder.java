package org.hitledger.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.hitledger.fault.InputFault;
import org.hitledger.fault.OutputFault;
import org.hitledger.fault.UsageFault;
import org.hitledger.identity.Damage;
import org.hitledger.identity.KnownLogs;
import org.hitledger.identity.NextLogs;
import org.hitledger.publish.PublishedResults;
import org.hitledger.publish.ResultFolder;
import org.hitledger.publish.StoreKind;
import org.hitledger.source.InputPath;
import org.hitledger.source.Inputs;

/**
 * Where a ledger lies: a file with what is known of logs, and a folder with a segment for each
 * update that found something. The segments are the truth: what is known is written down after a
 * segment is published, and made up from the segment if that did not happen.
 */
public final class LedgerFolder {
  private static final String KNOWN = "ledger.json";
  private static final String SEGMENTS = "segments";
  private static final String OPTION = "--ledger";

  private final Path path;
  private final FileSystem fs;
  private final Configuration hadoop;
  private final KnownFile known;
  private final Segments segments;

  private LedgerFolder(Path path, FileSystem fs, Configuration hadoop) {
    this.path = path;
    this.fs = fs;
    this.hadoop = hadoop;
    known = new KnownFile(new Path(path, KNOWN), fs);
    segments = new Segments(new Path(path, SEGMENTS), fs);
  }

  /**
   * The folder that an argument names.
   *
   * @param argument a folder on any file system that Hadoop knows, which need not exist
   * @param hadoop how to reach it
   * @return the folder
   * @throws UsageFault if there can be no ledger
   * @throws OutputFault if it cannot be looked at
   */
  public static LedgerFolder at(String argument, Configuration hadoop) {
    Path path = ResultFolder.at(OPTION, argument, hadoop).path();
    try {
      FileSystem fs = path.getFileSystem(hadoop);
      StoreKind.of(fs)
          .requireRename(
              OPTION + " " + path,
              "two updates could enter the same lines twice",
              "keep the ledger on a local disk or on HDFS; what lies there may be copied to a store and read there");
      var folder = new LedgerFolder(path, fs, hadoop);
      folder.requireNothingElse();
      return folder;
    } catch (IOException e) {
      throw new OutputFault("cannot look at %s: %s".formatted(path, e.getMessage()), e);
    }
  }

  /** A ledger, or nothing at all: what else is there might be somebody's results or logs. */
  private void requireNothingElse() throws IOException {
    boolean isOther =
        fs.exists(path)
            && !fs.exists(known.path())
            && Arrays.stream(fs.listStatus(path)).anyMatch(LedgerFolder::isForeign);
    if (isOther) {
      throw new UsageFault(
          "%s %s holds something else than a ledger; name a new folder, or one that update has made"
              .formatted(OPTION, path));
    }
  }

  private static boolean isForeign(FileStatus entry) {
    String name = entry.getPath().getName();
    return !name.startsWith(".") && !name.equals(SEGMENTS);
  }

  /**
   * The ledger that an argument names.
   *
   * @param argument a folder on any file system that Hadoop knows
   * @param hadoop how to reach it
   * @return nothing if there is no ledger
   * @throws InputFault if it cannot be looked at
   */
  static Optional<LedgerFolder> existing(String argument, Configuration hadoop) {
    try {
      Path path = InputPath.parse(argument);
      FileSystem fs = path.getFileSystem(hadoop);
      var folder = new LedgerFolder(fs.makeQualified(path), fs, hadoop);
      return fs.exists(folder.known.path()) || !folder.segments.all().isEmpty()
          ? Optional.of(folder)
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      throw new InputFault("%s cannot be read: %s".formatted(argument, e.getMessage()), e);
    }
  }

  /** Its segments as results. */
  StoredResults results() {
    try {
      List<SegmentNumbers> all = segments.all();
      List<SegmentSummary> summaries = new ArrayList<>();
      for (SegmentNumbers segment : all) {
        summaries.add(segments.summary(segment));
      }
      List<Path> parts = all.stream().map(segments::path).toList();
      return new StoredResults(
          new PublishedResults(path, parts, fs, fs.getContentSummary(path).getLength()),
          summaries,
          Optional.of(this));
    } catch (IOException e) {
      throw new InputFault("%s cannot be read: %s".formatted(path, e.getMessage()), e);
    }
  }

  /** Where the logs are damaged of which it may have less than was written. */
  List<Damage> damage() {
    try {
      return state().map(known -> known.logs().damage()).orElse(List.of());
    } catch (IOException e) {
      throw new InputFault("%s cannot be read: %s".formatted(path, e.getMessage()), e);
    }
  }

  /**
   * Refuses a ledger that would mix with logs.
   *
   * @param inputs what an update reads
   * @throws UsageFault if the folder is an input, lies in one or has one in it
   */
  public void requireApartFrom(Inputs inputs) {
    new ResultFolder(OPTION, path, path).requireApartFrom(inputs, hadoop);
  }

  /**
   * The folder.
   *
   * @return with scheme
   */
  public Path path() {
    return path;
  }

  /**
   * What the ledger knows, also of segments whose update died before it had written that down.
   *
   * @return nothing if there is no ledger yet
   * @throws OutputFault if it cannot be read
   */
  public Optional<LedgerState> read() {
    try {
      return state();
    } catch (IOException e) {
      throw new OutputFault("%s cannot be read: %s".formatted(path, e.getMessage()), e);
    }
  }

  private Optional<LedgerState> state() throws IOException {
    Optional<LedgerState> state = known.read();
    for (SegmentNumbers segment : segments.all()) {
      if (segment.last() > state.map(LedgerState::segment).orElse(0)) {
        state = Optional.of(with(segments.entry(segment), state));
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

  /**
   * Where a segment is to appear. It is prepared in the ledger's folder, so that who reads all that
   * is among the segments finds whole ones only.
   *
   * @param numbers of the segment
   * @return a folder that need not exist
   * @throws OutputFault if nothing can be written there
   */
  public ResultFolder segment(SegmentNumbers numbers) {
    try {
      if (!fs.mkdirs(segments.folder())) {
        throw new IOException("no permission, or a read-only file system");
      }
    } catch (IOException e) {
      throw new OutputFault("cannot write to %s: %s".formatted(path, e.getMessage()), e);
    }
    return new ResultFolder(OPTION, segments.path(numbers), path);
  }

  /**
   * Writes down what is known, if that is not what stands there already.
   *
   * @param state all of it
   * @throws OutputFault if what was known before is still there
   */
  public void write(LedgerState state) {
    try {
      fs.mkdirs(path);
      known.write(state, hadoop);
    } catch (IOException e) {
      throw new OutputFault(
          "cannot write %s: %s; run update again, which goes on from the last segment"
              .formatted(known.path(), e.getMessage()),
          e);
    }
  }

  /**
   * The last segments, as far as they are small.
   *
   * @param mostBytes how many bytes a small one has at the most
   * @return nothing if there are no two of them
   * @throws OutputFault if they cannot be read
   */
  public Optional<SmallSegments> smallSegments(long mostBytes) {
    try {
      List<SegmentNumbers> last = SmallSegments.last(segments, mostBytes);
      return last.size() < 2 ? Optional.empty() : Optional.of(SmallSegments.read(last, segments));
    } catch (IOException e) {
      throw new OutputFault("%s cannot be read: %s".formatted(path, e.getMessage()), e);
    }
  }

  /**
   * Deletes the segments for which another one stands.
   *
   * @throws OutputFault if one cannot be deleted; who reads the ledger by our commands reads it
   *     right all the same
   */
  public void removeReplaced() {
    try {
      for (SegmentNumbers segment : segments.replaced()) {
        fs.delete(segments.path(segment), true);
      }
    } catch (IOException e) {
      throw new OutputFault(
          "what is replaced cannot be deleted in %s: %s; run update again, which tries once more"
              .formatted(segments.folder(), e.getMessage()),
          e);
    }
  }
}
