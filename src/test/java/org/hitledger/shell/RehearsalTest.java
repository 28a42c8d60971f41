package org.hitledger.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import org.hitledger.app.RunEnvironment;
import org.hitledger.app.StandardStreams;
import org.hitledger.spark.ClusterWatch;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.Full;
import org.hitledger.testing.SharedSpark;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Full
class RehearsalTest {
  @TempDir Path folder;

  private static RunEnvironment environment() {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return RunEnvironment.prepare(
            SharedSpark.sessions(), new StandardStreams(nowhere, nowhere), new ClusterWatch())
        .get();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hits", "count"})
  void every_query_can_be_asked_of_results(String command) {
    Path results = folder.resolve("results");
    CommandRun run = CommandRun.of(command, "--output", results, "src/samples");
    assertThat(run.code()).as(run.err()).isZero();
    for (Consumer<SparkSession> part : Rehearsal.over(results.toString(), environment())) {
      part.accept(SharedSpark.session().newSession());
    }
  }
}
