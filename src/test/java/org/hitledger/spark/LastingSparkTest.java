package org.hitledger.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.SparkException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.BlockId;
import org.hitledger.cli.Hitledger;
import org.hitledger.source.Inputs;
import org.hitledger.testing.SharedSpark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import scala.Function1;
import scala.jdk.javaapi.CollectionConverters;

class LastingSparkTest {
  private final CurrentRun run = new CurrentRun();
  private final LastingSpark spark =
      new LastingSpark(SharedSpark.sessions(), new SparkConf(false), run, List.of());

  @AfterEach
  void leave() {
    run.end();
    spark.close();
  }

  private String count() {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    run.begin();
    int code =
        new Hitledger(stream(out), stream(err), spark::open)
            .run("count", "--format", "tsv", "src/samples");
    run.end();
    assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  @Test
  void a_run_leaves_no_table_shuffle_or_broadcast_behind() {
    String first = count();
    Function1<BlockId, Object> any = block -> true;
    assertThat(
            CollectionConverters.asJava(
                SparkEnv.get().blockManager().master().getMatchingBlockIds(any, true)))
        .isEmpty();
    assertThat(
            CollectionConverters.asJava(SharedSpark.session().sparkContext().getPersistentRDDs()))
        .isEmpty();
    assertThat(count()).isEqualTo(first);
  }

  @Test
  void settings_of_a_run_are_those_of_its_session_alone() {
    String name = "spark.sql.files.openCostInBytes";
    String before = SharedSpark.session().conf().get(name);
    run.begin();
    try (Session session = spark.open(new SparkConf(false).set(name, "77"), Inputs.none())) {
      assertThat(session.spark().conf().get(name)).startsWith("77");
      assertThat(SharedSpark.session().conf().get(name)).isEqualTo(before);
    }
    try (Session session = spark.open(new SparkConf(false), Inputs.none())) {
      assertThat(session.spark().conf().get(name)).isEqualTo(before);
    }
  }

  @Test
  void a_run_that_is_stopped_starts_no_further_job_and_the_next_one_does() {
    run.begin();
    try (Session session = spark.open(new SparkConf(false), Inputs.none())) {
      run.stop();
      SparkSession stopped = session.spark();
      assertThatThrownBy(() -> stopped.range(3).repartition(2).count())
          .isInstanceOf(SparkException.class)
          .hasMessageContaining("cancelled");
    }
    assertThat(run.isStopped()).isTrue();

    run.begin();
    try (Session session = spark.open(new SparkConf(false), Inputs.none())) {
      assertThat(session.spark().range(3).count()).isEqualTo(3);
    }
    assertThat(run.isStopped()).isFalse();
  }

  @Test
  void a_run_that_is_stopped_before_spark_begins_gets_none() {
    run.begin();
    run.stop();
    assertThatThrownBy(() -> spark.open(new SparkConf(false), Inputs.none()))
        .satisfiesAnyOf(
            failure -> assertThat(failure).isInstanceOf(CancellationException.class),
            failure -> assertThat(failure).hasMessageContaining("interrupted"));
  }

  private LastingSpark rehearsing(List<Consumer<SparkSession>> rehearsal) {
    return new LastingSpark(SharedSpark.sessions(), new SparkConf(false), run, rehearsal);
  }

  @Test
  void while_nobody_waits_all_is_rehearsed_whatever_fails_of_it() throws Exception {
    var counted = new CompletableFuture<Long>();
    List<Consumer<SparkSession>> rehearsal =
        List.of(
            session -> {
              throw new IllegalStateException("a fault");
            },
            session -> counted.complete(session.range(5).count()));
    try (LastingSpark lasting = rehearsing(rehearsal)) {
      assertThat(counted.get()).isEqualTo(5);
      run.begin();
      try (Session session = lasting.open(new SparkConf(false), Inputs.none())) {
        assertThat(session.spark().range(4).count()).isEqualTo(4);
      }
    }
  }

  @Test
  void once_a_run_waits_nothing_more_is_rehearsed() {
    Thread caller = Thread.currentThread();
    var done = new AtomicInteger();
    Consumer<SparkSession> untilARunWaits =
        session -> {
          while (caller.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
          }
        };
    run.begin();
    try (LastingSpark lasting =
            rehearsing(List.of(untilARunWaits, session -> done.incrementAndGet()));
        Session session = lasting.open(new SparkConf(false), Inputs.none())) {
      assertThat(session.spark().range(4).count()).isEqualTo(4);
      assertThat(done).hasValue(0);
    }
  }

  @Test
  void nothing_is_stopped_where_nothing_goes_on() {
    run.stop();
    assertThat(run.isStopped()).isFalse();
    assertThat(Thread.interrupted()).isFalse();
  }
}
