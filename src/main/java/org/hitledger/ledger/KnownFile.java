package org.hitledger.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.hitledger.fault.InputFault;
import org.hitledger.identity.KnownLog;
import org.hitledger.identity.KnownLogs;
import org.hitledger.publish.ReplacedFile;
import org.hitledger.text.Json;

/**
 * The file with what a ledger knows.
 *
 * @param path where it is, or will be
 * @param fs where it lies
 */
record KnownFile(Path path, FileSystem fs) {

  /** As it stands there. */
  private record Known(Map<String, String> settings, int segment, List<KnownLog> logs) {}

  /** Nothing if there is no such file. */
  Optional<LedgerState> read() throws IOException {
    try (InputStream in = fs.open(path)) {
      Known known = LedgerJson.read(in, Known.class);
      return Optional.of(
          new LedgerState(
              new Settings(known.settings()), known.segment(), new KnownLogs(known.logs())));
    } catch (FileNotFoundException e) {
      // The local file system says the same of a file that may not be opened.
      if (fs.exists(path)) {
        throw new InputFault(
            "%s: no permission to read it; check its owner and mode".formatted(path), e);
      }
      return Optional.empty();
    } catch (JsonProcessingException e) {
      throw notOurs(e);
    }
  }

  private InputFault notOurs(IOException e) {
    return new InputFault(
        "%s is not what update writes; delete it, and the next update makes it anew from the segments"
            .formatted(path),
        e);
  }

  /** Replaces it, if something is to be changed. */
  void write(LedgerState state, Configuration hadoop) throws IOException {
    var known = new Known(state.settings().values(), state.segment(), state.logs().all());
    new ReplacedFile(path, hadoop).write(Json.document(known));
  }
}
