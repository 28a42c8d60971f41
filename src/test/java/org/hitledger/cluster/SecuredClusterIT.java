package org.hitledger.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hitledger.cluster.Submit.Finished;
import org.hitledger.testing.Full;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A standalone cluster whose parts know each other by a secret, and encrypt what they say. */
@Full
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SecuredClusterIT {
  private static final List<String> SETTINGS =
      List.of(
          "spark.authenticate=true",
          "spark.network.crypto.enabled=true",
          "spark.io.encryption.enabled=true");

  @TempDir Path folder;

  /** As operations.md has it: the secret stands in a file that others cannot read. */
  private Path conf(String secret, String master) throws Exception {
    Path conf = Files.createDirectories(folder.resolve("conf-" + secret));
    Path file =
        Files.createFile(
            conf.resolve("spark-defaults.conf"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(
        file,
        Stream.concat(
                Stream.of("spark.master=" + master, "spark.authenticate.secret=" + secret),
                SETTINGS.stream())
            .map(setting -> setting.replaceFirst("=", "  "))
            .toList());
    return conf;
  }

  @Test
  void who_has_the_secret_gets_the_counts_and_nobody_else() throws Exception {
    Path logs = CorpusOnDisk.write(folder.resolve("logs"), 1);
    String[] settings =
        Stream.concat(Stream.of("spark.authenticate.secret=ours"), SETTINGS.stream())
            .toArray(String[]::new);
    try (var cluster = new StandaloneCluster(folder.resolve("work"), 1, settings)) {
      Finished known =
          Submit.with().withConf(conf("ours", cluster.url())).run("count", "--top", "all", logs);
      assertThat(known.code()).as(known.err()).isZero();
      Finished local = Submit.with().run("count", "--top", "all", logs);
      assertThat(known.out()).isEqualTo(local.out());

      Finished stranger = Submit.with().withConf(conf("theirs", cluster.url())).run("count", logs);
      assertThat(stranger.code()).as(stranger.err()).isEqualTo(1);
      assertThat(stranger.out()).isEmpty();
      assertThat(stranger.err())
          .startsWith("hitledger: no application could be started at " + cluster.url() + ": ")
          .endsWith("whether it asks for a secret (spark.authenticate)\n")
          .hasLineCount(1);
    }
  }
}
