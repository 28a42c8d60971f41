package org.hitledger.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.hitledger.cluster.Submit.Finished;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What tests with a server that speaks S3 have in common: its requests are noted on their way. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
abstract class S3Tests {
  static final Path SAMPLES = Path.of("src/samples");

  Path folder;
  S3Server server;
  Forwarder forwarder;
  Path local;
  String counted;

  @BeforeAll
  void start(@TempDir Path temp) throws Exception {
    folder = temp;
    server = S3Server.start(temp);
    forwarder = Forwarder.to(server.endpoint());
    server.putAll(SAMPLES, "logs");
    local = temp.resolve("local");
    counted = done(Submit.with("--master", "local[2]").run("count", "--output", local, SAMPLES));
  }

  @BeforeEach
  void calm() {
    forwarder.calm();
  }

  @AfterAll
  void stop() throws Exception {
    if (forwarder != null) {
      forwarder.close();
    }
    if (server != null) {
      server.close();
    }
  }

  final Submit job() throws Exception {
    return jobThatKnows(S3Server.SECRET);
  }

  final Submit jobThatKnows(String secret) throws Exception {
    return S3Server.known(
        forwarder.address(),
        Submit.with("--master", "local[2]")
            .conf("spark.driver.extraJavaOptions=" + QuickStart.ONE_COMPILER),
        secret);
  }

  static String done(Finished run) {
    assertThat(run.code()).as(run.err()).isZero();
    return run.out();
  }

  static void refused(Finished run, int code, String why) {
    assertThat(run.err()).contains(why).hasLineCount(1);
    assertThat(run.code()).isEqualTo(code);
  }

  /** The results as local files, for who knows nothing of S3. */
  final Path copyOf(String results) throws Exception {
    return server.copy(results, folder.resolve("copy-of-" + results));
  }
}
