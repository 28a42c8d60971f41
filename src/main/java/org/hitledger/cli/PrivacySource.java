package org.hitledger.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.hitledger.fault.UsageFault;
import org.hitledger.input.InputPath;
import org.hitledger.privacy.HashedHosts;
import org.hitledger.privacy.HostCover;
import org.hitledger.privacy.Privacy;
import org.hitledger.privacy.TruncatedHosts;

/** From what a user asks for to what is covered; reads the key that it may need. */
final class PrivacySource {
  /** As long as the hash's output: a shorter key is easier to guess than the hash (RFC 2104, 3). */
  private static final int LEAST_KEY_BYTES = 32;

  private static final int MOST_KEY_BYTES = 4096;

  private PrivacySource() {}

  static Privacy of(HitsCommand arguments, Configuration hadoop) {
    Optional<AnonymizeHosts> how = arguments.anonymizeHosts;
    if (arguments.hashKeyFile.isPresent() && !how.equals(Optional.of(AnonymizeHosts.HASH))) {
      throw new UsageFault("--hash-key-file is for --anonymize-hosts hash only; add that");
    }
    HostCover hosts =
        how.map(named -> cover(named, arguments.hashKeyFile, hadoop)).orElse(Privacy.PLAIN_HOSTS);
    return new Privacy(hosts, arguments.dropQuery);
  }

  private static HostCover cover(
      AnonymizeHosts how, Optional<String> keyFile, Configuration hadoop) {
    return switch (how) {
      case TRUNCATE -> new TruncatedHosts();
      case HASH ->
          keyFile
              .map(name -> new HashedHosts(key(name, hadoop)))
              .orElseGet(HashedHosts::withRandomKey);
    };
  }

  private static byte[] key(String name, Configuration hadoop) {
    byte[] key = read(name, hadoop);
    if (key.length < LEAST_KEY_BYTES || key.length > MOST_KEY_BYTES) {
      throw new UsageFault(
          "--hash-key-file %s: expected %d to %,d random bytes, but it has %s; to make one: head -c 32 /dev/urandom > FILE"
              .formatted(
                  name,
                  LEAST_KEY_BYTES,
                  MOST_KEY_BYTES,
                  key.length > MOST_KEY_BYTES ? "more" : Integer.toString(key.length)));
    }
    return key;
  }

  private static byte[] read(String name, Configuration hadoop) {
    try {
      Path path = InputPath.parse(name);
      try (InputStream in = path.getFileSystem(hadoop).open(path)) {
        return in.readNBytes(MOST_KEY_BYTES + 1);
      }
    } catch (FileNotFoundException e) {
      throw new UsageFault(
          "--hash-key-file %s: no such file, or not one to be read".formatted(name), e);
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageFault(
          "--hash-key-file %s cannot be read: %s".formatted(name, e.getMessage()), e);
    }
  }
}
