package org.hitledger.ledger;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.hitledger.fault.OutputFault;
import org.hitledger.fault.UsageFault;
import org.hitledger.publish.ResultFolder;
import org.hitledger.publish.StoreKind;
import org.hitledger.source.HadoopFileSystems;
import org.hitledger.source.Inputs;

/**
 * Where a ledger lies: a file with what is known of logs, and a folder with a segment for each
 * update that found something. The segments are the truth: what is known is written down after a
 * segment is published, and made up from the segment if that did not happen.
 */
public final class LedgerFolder {
  private static final String OPTION = "--ledger";

  private final Path path;
  private final FileSystem fs;
  private final Configuration hadoop;
  private final LedgerContents contents;

  private LedgerFolder(Path path, FileSystem fs, Configuration hadoop) {
    this.path = path;
    this.fs = fs;
    this.hadoop = hadoop;
    contents = new LedgerContents(path, fs);
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
      FileSystem fs = HadoopFileSystems.of(path, hadoop);
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
    if (fs.exists(path)
        && !fs.exists(contents.known().path())
        && Arrays.stream(fs.listStatus(path)).anyMatch(LedgerFolder::isForeign)) {
      throw new UsageFault(
          "%s %s holds something else than a ledger; name a new folder, or one that update has made"
              .formatted(OPTION, path));
    }
  }

  private static boolean isForeign(FileStatus entry) {
    String name = entry.getPath().getName();
    return !name.startsWith(".") && !name.equals(LedgerContents.SEGMENTS);
  }

  /**
   * The last number of its segments, whether they are whole or not.
   *
   * @return 0 if it has none
   * @throws OutputFault if they cannot be looked at
   */
  public int lastNumber() {
    try {
      return contents.lastNumber();
    } catch (IOException e) {
      throw new OutputFault("%s cannot be read: %s".formatted(path, e.getMessage()), e);
    }
  }

  /**
   * Makes sure that there is a ledger.
   *
   * @throws UsageFault if there is none
   */
  public void requireExisting() {
    try {
      if (!contents.exist()) {
        throw new UsageFault(
            "%s %s is no ledger; name the folder that update has made".formatted(OPTION, path));
      }
    } catch (IOException e) {
      throw new OutputFault("cannot look at %s: %s".formatted(path, e.getMessage()), e);
    }
  }

  /**
   * Whether there is such a folder.
   *
   * @return false if the first update is to make it
   * @throws OutputFault if it cannot be looked at
   */
  public boolean exists() {
    try {
      return fs.exists(path);
    } catch (IOException e) {
      throw new OutputFault("cannot look at %s: %s".formatted(path, e.getMessage()), e);
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
      return contents.state();
    } catch (IOException e) {
      throw new OutputFault("%s cannot be read: %s".formatted(path, e.getMessage()), e);
    }
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
      if (!fs.mkdirs(contents.segments().folder())) {
        throw new IOException("no permission, or a read-only file system");
      }
    } catch (IOException e) {
      throw new OutputFault("cannot write to %s: %s".formatted(path, e.getMessage()), e);
    }
    return new ResultFolder(OPTION, contents.segments().path(numbers), path);
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
      contents.known().write(state, hadoop);
    } catch (IOException e) {
      throw new OutputFault(
          "cannot write %s: %s; run update again, which goes on from the last segment"
              .formatted(contents.known().path(), e.getMessage()),
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
      List<SegmentNumbers> last = SmallSegments.last(contents.segments(), mostBytes);
      return last.size() < 2
          ? Optional.empty()
          : Optional.of(SmallSegments.read(last, contents.segments()));
    } catch (IOException e) {
      throw new OutputFault("%s cannot be read: %s".formatted(path, e.getMessage()), e);
    }
  }

  /**
   * Deletes the segments for which another one stands, and what updates that died had begun: nobody
   * else writes while this ledger is held.
   *
   * @throws OutputFault if one cannot be deleted; who reads the ledger by our commands reads it
   *     right all the same
   */
  public void removeLeftovers() {
    try {
      for (SegmentNumbers segment : contents.segments().replaced()) {
        fs.delete(contents.segments().path(segment), true);
      }
      for (Path begun : ResultFolder.begunIn(path, fs)) {
        fs.delete(begun, true);
      }
    } catch (IOException e) {
      throw new OutputFault(
          "what is replaced cannot be deleted in %s: %s; run update again, which tries once more"
              .formatted(contents.segments().folder(), e.getMessage()),
          e);
    }
  }
}
