package org.hitledger.ledger;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.hitledger.fault.OutputFault;
import org.hitledger.fault.UsageFault;
import org.hitledger.identity.KnownLog;
import org.hitledger.identity.KnownLogs;
import org.hitledger.identity.NextLogs;
import org.hitledger.publish.ReplacedFile;
import org.hitledger.publish.ResultFolder;
import org.hitledger.text.Json;

/**
 * Where a ledger lies: a file with what is known of logs, and a folder with a segment for each
 * update that found something. The segments are the truth: what is known is written down after a
 * segment is published, and made up from the segment if that did not happen.
 */
public final class LedgerFolder {
  /** What is known of logs. */
  public static final String KNOWN = "ledger.json";

  /** The folder of the segments. */
  public static final String SEGMENTS = "segments";

  /** In {@code run.json} of a segment. */
  public static final String ENTRY = "ledger";

  private static final String OPTION = "--ledger";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Path path;
  private final FileSystem fs;
  private final Configuration hadoop;

  private LedgerFolder(Path path, FileSystem fs, Configuration hadoop) {
    this.path = path;
    this.fs = fs;
    this.hadoop = hadoop;
  }

  /** As it stands in the file. */
  private record Known(Map<String, String> settings, int segment, List<KnownLog> logs) {}

  /**
   * The folder that an argument names.
   *
   * @param argument a folder on any file system that Hadoop knows, which need not exist
   * @param hadoop how to reach it
   * @return the folder
   * @throws UsageFault if there can be no ledger
   */
  public static LedgerFolder at(String argument, Configuration hadoop) {
    Path path = ResultFolder.at(OPTION, argument, hadoop).path();
    try {
      var folder = new LedgerFolder(path, path.getFileSystem(hadoop), hadoop);
      folder.requireNothingElse();
      return folder;
    } catch (IOException e) {
      throw cannotLook(path, e);
    }
  }

  private static OutputFault cannotLook(Path path, IOException e) {
    return new OutputFault("cannot look at %s: %s".formatted(path, e.getMessage()), e);
  }

  /** A ledger, or nothing at all: what else is there might be somebody's results or logs. */
  private void requireNothingElse() throws IOException {
    boolean isOther =
        fs.exists(path)
            && !fs.exists(known())
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
   * The folder.
   *
   * @return with scheme
   */
  public Path path() {
    return path;
  }

  private Path known() {
    return new Path(path, KNOWN);
  }

  /**
   * What the ledger knows, also of segments whose update died before it had written that down.
   *
   * @return nothing if there is no ledger yet
   * @throws OutputFault if it cannot be read
   */
  public Optional<LedgerState> read() {
    try {
      Optional<LedgerState> state = readKnown();
      for (FileStatus segment : segments()) {
        if (numberOf(segment.getPath()) > state.map(LedgerState::segment).orElse(0)) {
          state = Optional.of(with(readEntry(segment.getPath()), state));
        }
      }
      return state;
    } catch (IOException e) {
      throw new OutputFault("%s cannot be read: %s".formatted(path, e.getMessage()), e);
    }
  }

  private Optional<LedgerState> readKnown() throws IOException {
    try (InputStream in = fs.open(known())) {
      Known known = MAPPER.readValue(in, Known.class);
      return Optional.of(
          new LedgerState(
              new Settings(known.settings()), known.segment(), new KnownLogs(known.logs())));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  private static LedgerState with(SegmentEntry entry, Optional<LedgerState> before) {
    KnownLogs known = before.map(LedgerState::logs).orElseGet(() -> new KnownLogs(List.of()));
    return new LedgerState(
        before.map(LedgerState::settings).orElseGet(() -> new Settings(entry.settings())),
        entry.segment(),
        NextLogs.replay(known, entry.logs()));
  }

  private SegmentEntry readEntry(Path segment) throws IOException {
    try (InputStream in = fs.open(new Path(segment, ResultFolder.MANIFEST))) {
      JsonNode entry = MAPPER.readTree(in).get(ENTRY);
      return MAPPER.treeToValue(entry, SegmentEntry.class);
    }
  }

  /** Whole ones, by their numbers. */
  private List<FileStatus> segments() throws IOException {
    try {
      return Arrays.stream(fs.listStatus(new Path(path, SEGMENTS)))
          .filter(status -> status.isDirectory() && numberOf(status.getPath()) > 0)
          .sorted()
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  private static int numberOf(Path segment) {
    String name = segment.getName();
    return name.matches("\\d{6,9}") ? Integer.parseInt(name) : 0;
  }

  /**
   * Where a segment is to appear. It is prepared in the ledger's folder, so that who reads all that
   * is among the segments finds whole ones only.
   *
   * @param number of the segment, from 1
   * @return a folder that need not exist
   * @throws OutputFault if nothing can be written there
   */
  public ResultFolder segment(int number) {
    var segments = new Path(path, SEGMENTS);
    try {
      if (!fs.mkdirs(segments)) {
        throw new IOException("no permission, or a read-only file system");
      }
    } catch (IOException e) {
      throw new OutputFault("cannot write to %s: %s".formatted(path, e.getMessage()), e);
    }
    return new ResultFolder(OPTION, new Path(segments, "%06d".formatted(number)), path);
  }

  /**
   * Writes down what is known, if that is not what stands there already.
   *
   * @param state all of it
   * @throws OutputFault if what was known before is still there
   */
  public void write(LedgerState state) {
    var known = new Known(state.settings().values(), state.segment(), state.logs().all());
    try {
      fs.mkdirs(path);
      new ReplacedFile(known(), hadoop).write(Json.document(known));
    } catch (IOException e) {
      throw new OutputFault(
          "cannot write %s: %s; run update again, which goes on from the last segment"
              .formatted(known(), e.getMessage()),
          e);
    }
  }
}
