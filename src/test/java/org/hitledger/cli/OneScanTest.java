package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.StageInfo;
import org.apache.spark.sql.SparkSession;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.LogFile;
import org.hitledger.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs are large: for all that a count shows, each line is read and classified once. */
class OneScanTest {
  private static final String HIT =
      "1.2.3.4 - - [01/Jun/2012:22:17:55 -0400] \"GET /book/%d HTTP/1.1\" 200 5 \"-\" \"x\"\n";

  private static final int FILES = 3;

  @TempDir Path folder;

  @Test
  void the_balance_and_the_rows_come_of_one_stage_with_a_task_for_each_file() throws Exception {
    for (int i = 0; i < FILES; i++) {
      LogFile.writeBytes(folder.resolve("logs/" + i + ".gz"), HIT.formatted(i).getBytes(UTF_8));
    }
    List<StageInfo> scans =
        scansOf(
            () -> {
              CommandRun run = CommandRun.of("count", "--by=day", folder.resolve("logs"));
              assertThat(run.code()).as(run.err()).isZero();
            });
    assertThat(scans).singleElement().returns(FILES, StageInfo::numTasks);
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
    public void onStageSubmitted(SparkListenerStageSubmitted event) {
      if (event.stageInfo().rddInfos().exists(rdd -> rdd.name().equals("FileScanRDD"))) {
        stages.add(event.stageInfo());
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
