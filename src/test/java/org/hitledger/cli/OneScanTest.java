package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.StageInfo;
import org.apache.spark.sql.SparkSession;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.LogFile;
import org.hitledger.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs are large: for all that a run shows or writes, each line is read and classified once. */
class OneScanTest {
  private static final String HIT =
      "1.2.3.4 - - [01/Jun/2012:22:17:55 -0400] \"GET /book/%d HTTP/1.1\" 200 5 \"-\" \"x\"\n";

  private static final int FILES = 3;

  /** As Spark names what reads files, by a source of others and by its own. */
  private static final String SOURCE = "DataSourceRDD";

  private static final String SPARKS_OWN = "FileScanRDD";

  @TempDir Path folder;

  private Path logs() {
    for (int i = 0; i < FILES; i++) {
      LogFile.writeBytes(folder.resolve("logs/" + i + ".gz"), HIT.formatted(i).getBytes(UTF_8));
    }
    return folder.resolve("logs");
  }

  private static List<StageInfo> scansOf(Object... words) throws Exception {
    return scansOf(
        () -> {
          CommandRun run = CommandRun.of(words);
          assertThat(run.code()).as(run.err()).isZero();
        });
  }

  @Test
  void the_balance_and_the_rows_come_of_one_stage_with_a_task_for_each_file() throws Exception {
    assertThat(scansOf("count", "--by=day", logs()))
        .singleElement()
        .returns(FILES, StageInfo::numTasks);
  }

  @Test
  void the_table_of_hits_and_its_balance_come_of_the_bytes_of_the_logs_read_once()
      throws Exception {
    Path logs = logs();
    long bytes = 0;
    for (int i = 0; i < FILES; i++) {
      bytes += Files.size(logs.resolve(i + ".gz"));
    }
    List<StageInfo> scans = scansOf("hits", "--output", folder.resolve("results"), logs);
    assertThat(scans.stream().filter(OneScanTest::isOfLogs))
        .singleElement()
        .extracting(scan -> scan.taskMetrics().inputMetrics().bytesRead())
        .isEqualTo(bytes);
    // Others read what was written, which no source of ours does.
    assertThat(scans).filteredOn(scan -> !isOfLogs(scan)).isNotEmpty();
  }

  private static boolean isOfLogs(StageInfo scan) {
    return scan.rddInfos().exists(rdd -> rdd.name().equals(SOURCE));
  }

  private static List<StageInfo> scansOf(Runnable run) throws Exception {
    SparkSession spark = SharedSpark.session();
    var scans = new Scans();
    spark.sparkContext().addSparkListener(scans);
    try {
      run.run();
      // Events come in order, but later than what they tell of.
      spark.sparkContext().setJobDescription(Scans.LAST_JOB);
      spark.range(1).count();
      scans.end.get(60, TimeUnit.SECONDS);
      return List.copyOf(scans.stages);
    } finally {
      spark.sparkContext().setJobDescription(null);
      spark.sparkContext().removeSparkListener(scans);
    }
  }

  /** Collects the stages that read files. */
  private static final class Scans extends SparkListener {
    private static final String LAST_JOB = "the job after those of the test";

    private final ConcurrentLinkedQueue<StageInfo> stages = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    @Override
    public void onStageCompleted(SparkListenerStageCompleted event) {
      StageInfo stage = event.stageInfo();
      if (isOfLogs(stage) || stage.rddInfos().exists(rdd -> rdd.name().equals(SPARKS_OWN))) {
        stages.add(stage);
      }
    }

    @Override
    public void onJobStart(SparkListenerJobStart event) {
      if (LAST_JOB.equals(event.properties().getProperty("spark.job.description"))) {
        end.complete(null);
      }
    }
  }
}
