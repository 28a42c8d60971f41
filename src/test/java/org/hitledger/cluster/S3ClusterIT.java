package org.hitledger.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hitledger.testing.Full;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Logs and results in S3, where executors on other hosts than the driver's read and write them. */
@Full
class S3ClusterIT extends S3Tests {
  private Path work;
  private StandaloneCluster cluster;

  @BeforeAll
  void startCluster() throws Exception {
    work = folder.resolve("work");
    cluster = new StandaloneCluster(work, 2);
  }

  @AfterAll
  void stopCluster() {
    if (cluster != null) {
      cluster.close();
    }
  }

  private Submit onCluster() throws Exception {
    return S3Server.known(forwarder.address(), cluster.submit(), S3Server.SECRET);
  }

  @Test
  void counts_are_those_of_local_files_and_executors_are_started_without_the_secret()
      throws Exception {
    assertThat(
            done(
                onCluster()
                    .run("count", "--output", "s3a://bucket/of-cluster", "s3a://bucket/logs")))
        .isEqualTo(counted);
    assertThat(Results.in(copyOf("of-cluster"))).isEqualTo(Results.in(local));
    assertThat(server.keys("of-cluster/")).noneMatch(key -> key.contains("_temporary"));
    assertExecutorsWereStartedWithoutTheSecret();
  }

  @Test
  void hits_are_written_and_counted_again() throws Exception {
    done(
        onCluster()
            .conf("spark.cores.max=1")
            .run("hits", "--output", "s3a://bucket/cluster-hits", "s3a://bucket/logs"));
    assertThat(done(onCluster().run("count", "--from", "s3a://bucket/cluster-hits")))
        .isEqualTo(counted);
  }

  /** Credentials are in the driver's environment alone, and travel within Spark. */
  private void assertExecutorsWereStartedWithoutTheSecret() throws IOException {
    List<Path> logs;
    try (Stream<Path> files = Files.walk(work)) {
      logs = files.filter(file -> file.endsWith("stderr")).toList();
    }
    assertThat(logs).isNotEmpty();
    for (Path log : logs) {
      assertThat(log).content().contains("Executor Command").doesNotContain(S3Server.SECRET);
    }
  }
}
