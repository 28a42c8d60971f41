package org.hitledger.plan;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsAction;
import org.apache.hadoop.fs.permission.FsPermission;
import org.hitledger.fault.UsageFault;
import org.hitledger.privacy.HashedHosts;
import org.hitledger.privacy.HostAnonymizer;
import org.hitledger.privacy.Privacy;
import org.hitledger.privacy.TruncatedHosts;

/**
 * What a user wants covered.
 *
 * @param hosts how hosts are anonymised; nothing for not at all
 * @param hashKeyFile the secret for hashes; nothing for one of the run's own
 * @param dropsQueries whether queries are left out
 * @param extraKept the names of the extra fields that are kept all the same
 */
public record PrivacyPlan(
    Optional<HostAnonymization> hosts,
    Optional<String> hashKeyFile,
    boolean dropsQueries,
    Set<String> extraKept) {
  private static final String HASH_KEY_FILE = "--hash-key-file";

  /** As long as the hash's output: a shorter key is easier to guess than the hash (RFC 2104, 3). */
  private static final int LEAST_KEY_BYTES = 32;

  private static final int MOST_KEY_BYTES = 4096;

  /**
   * Makes sure that the parts fit together.
   *
   * @throws UsageFault if there is a key and nothing to hash
   */
  public PrivacyPlan {
    if (hashKeyFile.isPresent() && !hosts.equals(Optional.of(HostAnonymization.HASH))) {
      throw new UsageFault("--hash-key-file is for --anonymize-hosts hash only; add that");
    }
  }

  /**
   * Reads the key, if there is one to read.
   *
   * @param hadoop how to reach its file system
   * @param notes told if others can read it too
   * @return what is covered, and by what
   * @throws UsageFault if there is no good key
   */
  public Privacy privacy(Configuration hadoop, Consumer<String> notes) {
    return new Privacy(
        hosts.map(how -> anonymizer(how, hadoop, notes)).orElse(Privacy.PLAIN_HOSTS),
        dropsQueries,
        dropsQueries || hosts.isPresent(),
        extraKept);
  }

  private HostAnonymizer anonymizer(
      HostAnonymization how, Configuration hadoop, Consumer<String> notes) {
    return switch (how) {
      case TRUNCATE -> new TruncatedHosts();
      case HASH ->
          hashKeyFile
              .map(name -> new HashedHosts(key(name, hadoop, notes)))
              .orElseGet(HashedHosts::withRandomKey);
    };
  }

  private static byte[] key(String name, Configuration hadoop, Consumer<String> notes) {
    return new OptionFile(HASH_KEY_FILE, name, "")
        .read(hadoop, (contents, fs, path) -> key(name, contents, fs, path, notes));
  }

  private static byte[] key(
      String name, InputStream contents, FileSystem fs, Path path, Consumer<String> notes)
      throws IOException {
    byte[] key = contents.readNBytes(MOST_KEY_BYTES + 1);
    if (key.length < LEAST_KEY_BYTES || key.length > MOST_KEY_BYTES) {
      throw new UsageFault(
          "--hash-key-file %s: expected %d to %,d random bytes, but it has %s; to make one: head -c 32 /dev/urandom > FILE"
              .formatted(
                  name,
                  LEAST_KEY_BYTES,
                  MOST_KEY_BYTES,
                  key.length > MOST_KEY_BYTES ? "more" : Integer.toString(key.length)));
    }
    noteReaders(name, fs.getFileStatus(path).getPermission(), notes);
    return key;
  }

  /** Who can read the key can find out which hosts the hashes stand for. */
  private static void noteReaders(String name, FsPermission mode, Consumer<String> notes) {
    if (mode.getGroupAction().implies(FsAction.READ)
        || mode.getOtherAction().implies(FsAction.READ)) {
      notes.accept(
          "--hash-key-file %s can be read by others (%s), who can find hosts out with it; close it: chmod 600 FILE"
              .formatted(name, mode));
    }
  }
}
