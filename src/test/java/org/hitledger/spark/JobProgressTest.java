package org.hitledger.spark;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.executor.ExecutorMetrics;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.sql.Dataset;
import org.hitledger.compression.DefectMarker;
import org.hitledger.compression.OnDamage;
import org.hitledger.compression.ReadOptions;
import org.hitledger.source.InputFinder;
import org.hitledger.source.Inputs;
import org.hitledger.testing.LogFile;
import org.hitledger.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Option;
import scala.Tuple2;
import scala.Tuple4;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

class JobProgressTest {
  private static final ReadOptions READING =
      new ReadOptions(OnDamage.FAIL, 1 << 20, DefectMarker.random());

  private static final int FILES = 3;
  private static final int LINES = 20_000;
  private static final int HALF = LINES / 2;

  private final SparkContext context = SharedSpark.session().sparkContext();

  @TempDir Path folder;

  /** What was told while something ran, to its end. */
  private List<Progress> toldOf(Runnable running) throws Exception {
    Queue<Progress> told = new ConcurrentLinkedQueue<>();
    var listener = new JobProgress(told::add);
    context.addSparkListener(listener);
    try {
      running.run();
      context.listenerBus().waitUntilEmpty();
    } finally {
      context.removeSparkListener(listener);
    }
    return List.copyOf(told);
  }

  private Inputs files(int number, String suffix, int lines) {
    List<byte[]> content =
        IntStream.range(0, lines)
            .mapToObj(line -> "%08d %s".formatted(line, "x".repeat(400)).getBytes(US_ASCII))
            .toList();
    for (int i = 0; i < number; i++) {
      LogFile.write(folder.resolve(i + suffix), content);
    }
    return InputFinder.find(List.of(folder.toString()), new Configuration());
  }

  private static Dataset<String> lines(Inputs inputs) {
    return LogLines.read(SharedSpark.session(), inputs, READING);
  }

  private static List<Progress.Reading> readings(List<Progress> told) {
    return told.stream()
        .filter(Progress.Reading.class::isInstance)
        .map(Progress.Reading.class::cast)
        .toList();
  }

  private static <T> T last(List<T> all) {
    return all.get(all.size() - 1);
  }

  @Test
  void tells_of_every_file_and_byte_in_the_end() throws Exception {
    Inputs inputs = files(FILES, ".gz", 1);

    List<Progress> told = toldOf(() -> count(inputs));

    Progress.Reading last = last(readings(told));
    assertThat(last.purpose()).isEqualTo("counting");
    assertThat(last.filesDone()).isEqualTo(FILES);
    assertThat(last.files()).isEqualTo(FILES);
    assertThat(last.bytesDone()).isEqualTo(inputs.bytes());
    assertThat(last.secondsLeft()).isZero();
  }

  @Test
  void tells_of_bytes_within_a_file_that_is_still_being_read() throws Exception {
    Inputs inputs = files(1, ".log", LINES);

    List<Progress> told =
        toldOf(
            () -> {
              JobPurpose.reading("counting", inputs).describeJobs(context);
              lines(inputs).filter((FilterFunction<String>) JobProgressTest::tellHalfway).count();
            });

    assertThat(readings(told)).anyMatch(JobProgressTest::isWithin);
    assertThat(readings(told))
        .isSortedAccordingTo((a, b) -> Long.compare(a.bytesDone(), b.bytesDone()));
    assertThat(last(readings(told)).bytesDone()).isEqualTo(inputs.bytes());
  }

  private void count(Inputs inputs) {
    JobPurpose.reading("counting", inputs).describeJobs(context);
    lines(inputs).count();
  }

  private static boolean isWithin(Progress now) {
    return now instanceof Progress.Reading reading
        && reading.filesDone() == 0
        && reading.bytesDone() > 0
        && reading.bytesDone() < reading.bytes();
  }

  private static boolean tellHalfway(String line) {
    if (line.startsWith("%08d".formatted(HALF))) {
      SharedSpark.session().sparkContext().listenerBus().post(figuresOf(TaskContext.get()));
    }
    return true;
  }

  /** What an executor's heartbeat says of a task; when one comes is a matter of the clock. */
  private static SparkListenerExecutorMetricsUpdate figuresOf(TaskContext task) {
    List<AccumulableInfo> figures =
        CollectionConverters.asJava(task.taskMetrics().accumulators()).stream()
            .map(figure -> figure.toInfo(Option.apply(figure.value()), Option.empty()))
            .toList();
    var ofTask =
        new Tuple4<Object, Object, Object, Seq<AccumulableInfo>>(
            task.taskAttemptId(),
            task.stageId(),
            task.stageAttemptNumber(),
            CollectionConverters.asScala(figures).toSeq());
    return new SparkListenerExecutorMetricsUpdate(
        "driver",
        CollectionConverters.asScala(List.of(ofTask)).toSeq(),
        CollectionConverters.asScala(Map.<Tuple2<Object, Object>, ExecutorMetrics>of()));
  }

  @Test
  void what_is_read_again_is_another_pass_and_what_reads_nothing_is_told_by_its_tasks()
      throws Exception {
    Inputs inputs = files(1, ".gz", 1);

    List<Progress> told =
        toldOf(
            () -> {
              count(inputs);
              count(inputs);
              JobPurpose.of("writing").describeJobs(context);
              SharedSpark.session().range(0, 10, 1, 2).count();
            });

    assertThat(readings(told).stream().map(Progress::purpose).distinct())
        .containsExactly("counting", "counting, pass 2");
    assertThat(last(told))
        .isInstanceOfSatisfying(
            Progress.Work.class,
            work -> {
              assertThat(work.purpose()).isEqualTo("writing");
              assertThat(work.tasksDone()).isEqualTo(work.tasks()).isGreaterThanOrEqualTo(2);
            });
  }

  @Test
  void what_has_no_purpose_of_ours_is_not_told_of() throws Exception {
    assertThat(
            toldOf(
                () -> {
                  JobPurpose.of("").describeJobs(context);
                  SharedSpark.session().range(10).count();
                }))
        .isEmpty();
  }
}
