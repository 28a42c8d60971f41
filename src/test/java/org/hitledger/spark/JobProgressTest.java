package org.hitledger.spark;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Dataset;
import org.hitledger.compression.DefectMarker;
import org.hitledger.compression.OnDamage;
import org.hitledger.compression.ReadOptions;
import org.hitledger.source.InputFinder;
import org.hitledger.source.Inputs;
import org.hitledger.testing.LogFile;
import org.hitledger.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class JobProgressTest {
  private static final ReadOptions READING =
      new ReadOptions(OnDamage.FAIL, 1 << 20, DefectMarker.random());

  private static final int FILES = 3;
  private static final int LINES = 20_000;
  private static final int HALF = LINES / 2;

  /** Opened by what a test waits for; a task of the same JVM stands at it. */
  private static final CountDownLatch SEEN_WITHIN = new CountDownLatch(1);

  private final SparkContext context = SharedSpark.session().sparkContext();

  @TempDir Path folder;

  /** What was told while something ran, to its end. */
  private List<Progress> toldOf(Consumer<Progress> watcher, Runnable running) throws Exception {
    Queue<Progress> told = new ConcurrentLinkedQueue<>();
    var listener =
        new JobProgress(
            now -> {
              told.add(now);
              watcher.accept(now);
            });
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

    List<Progress> told = toldOf(now -> {}, () -> count(inputs));

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
            now -> {
              if (isWithin(now)) {
                SEEN_WITHIN.countDown();
              }
            },
            () -> {
              JobPurpose.reading("counting", inputs).describeJobs(context);
              lines(inputs).filter((FilterFunction<String>) JobProgressTest::waitHalfway).count();
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

  private static boolean waitHalfway(String line) throws InterruptedException {
    return !line.startsWith("%08d".formatted(HALF)) || SEEN_WITHIN.await(1, TimeUnit.MINUTES);
  }

  @Test
  void what_is_read_again_is_another_pass_and_what_reads_nothing_is_told_by_its_tasks()
      throws Exception {
    Inputs inputs = files(1, ".gz", 1);

    List<Progress> told =
        toldOf(
            now -> {},
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
                now -> {},
                () -> {
                  JobPurpose.of("").describeJobs(context);
                  SharedSpark.session().range(10).count();
                }))
        .isEmpty();
  }
}
