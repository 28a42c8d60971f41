package org.hitledger.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hitledger.cluster.Submit.Finished;
import org.hitledger.cluster.Submit.Running;
import org.hitledger.testing.DuckDb;
import org.hitledger.testing.Full;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An update that is killed at any point leaves a whole ledger, and the next one converges. */
@Full
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KilledUpdateIT {
  @TempDir Path folder;

  private Path logs;
  private Path ledger;

  @BeforeEach
  void make_logs_of_two_days() throws Exception {
    ledger = folder.resolve("ledger");
    Path all = CorpusOnDisk.write(folder.resolve("all"), 1);
    logs = Files.createDirectories(folder.resolve("logs"));
    for (int i = 1; i <= 3; i++) {
      move(all, i);
    }
    assertThat(updated().out()).startsWith("added 12,000 lines (logs: 3, ");
    for (int i = 4; i <= 6; i++) {
      move(all, i);
    }
  }

  private void move(Path from, int number) throws Exception {
    String name = "access.log-" + number + ".gz";
    Files.move(from.resolve(name), logs.resolve(name));
  }

  private Object[] update(String... options) {
    return Stream.concat(
            Stream.of("update", "--ledger", "gate:" + ledger, "gate:" + logs), Stream.of(options))
        .toArray();
  }

  private Submit submit(Gate gate, String at) throws Exception {
    return Submit.with("--master", "local[2]").gate(gate, at);
  }

  private Finished updated(String... options) throws Exception {
    Finished run = submit(openGate(), "never:").run(update(options));
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  private Gate openGate() throws Exception {
    return new Gate(Files.createDirectories(folder.resolve("open-gate")));
  }

  private static List<String> hits(String files) {
    return DuckDb.rows(
        "SELECT * FROM read_parquet('%s/*/*.parquet', hive_partitioning = true) ORDER BY ALL"
            .formatted(files));
  }

  private static List<String> lines(String files) {
    return DuckDb.rows(
        "SELECT file, outcome, sum(lines) FROM '%s/*.parquet' GROUP BY ALL ORDER BY ALL"
            .formatted(files));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open:access.log-5",
        "create:run.json",
        "rename:/segments/000002",
        "create:.ledger.json.next",
        "rename:/ledger.json",
      })
  void each_line_is_entered_once(String at) throws Exception {
    List<String> before = hits(ledger + "/segments/*/hits");

    killedAt(at);

    Path once = folder.resolve("once");
    submit(openGate(), "never:").run("hits", "--output", once, "gate:" + logs);
    assertThat(hits(ledger + "/segments/*/hits")).isIn(before, hits(once + "/hits"));
    updated();
    assertThat(hits(ledger + "/segments/*/hits")).isEqualTo(hits(once + "/hits"));
    assertThat(lines(ledger + "/segments/*/balance")).isEqualTo(lines(once + "/balance"));
    try (Stream<Path> left = Files.list(ledger)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("ledger.json", "segments");
    }
  }

  private void killedAt(String at, String... options) throws Exception {
    Gate gate = Gate.in(folder.resolve("gate"));
    Running run = submit(gate, at).start(update(options));
    gate.awaitArrival(run).destroyForcibly();
    assertThat(run.finish().code()).isEqualTo(128 + 9);
  }

  @Test
  void what_a_rebuilt_ledger_replaces_is_not_read_though_it_is_still_there() throws Exception {
    updated();

    killedAt("delete:/segments/000001", "--rebuild", "--rules", "site");

    Finished query =
        Submit.with().run("sql", "--format", "csv", "SELECT segment, lines FROM segments", ledger);
    assertThat(query.out()).as(query.err()).isEqualTo("segment,lines\r\n000001-000003,24000\r\n");
    assertThat(updated("--rules", "site").out()).isEmpty();
    try (Stream<Path> left = Files.list(ledger.resolve("segments"))) {
      assertThat(left.map(path -> path.getFileName().toString())).containsExactly("000001-000003");
    }
  }

  /** The machine's clock, as libfaketime shows it to the whole run. */
  @Test
  void a_clock_that_was_set_back_makes_no_line_old() throws Exception {
    Submit lastYear =
        submit(openGate(), "never:")
            .environment("LD_PRELOAD", "/usr/$LIB/faketime/libfaketimeMT.so.1")
            .environment("FAKETIME", "-400d");

    assertThat(lastYear.run(update("--wait", "1")).out())
        .startsWith("added 12,000 lines (logs: 3, ");

    assertThat(lastYear.run(update()).out()).isEmpty();
    assertThat(updated().out()).isEmpty();
    assertThat(
            DuckDb.rows(
                "SELECT a.ended > b.ended FROM '%1$s/segments/000001/run.json' a, '%1$s/segments/000002/run.json' b"
                    .formatted(ledger)))
        .containsExactly("true");
  }

  @Test
  void a_second_update_is_refused_or_waits() throws Exception {
    Gate gate = Gate.in(folder.resolve("gate"));
    Running first = submit(gate, "open:access.log-5").start(update());
    ProcessHandle holder = gate.awaitArrival(first);

    Finished second = submit(openGate(), "never:").run(update());
    assertThat(second.code()).isEqualTo(2);
    assertThat(second.err())
        .startsWith(
            "hitledger: gate:%s is being updated by another run (%d-"
                .formatted(ledger, holder.pid()))
        .contains("run again when it has ended, or let --wait SECONDS wait for it")
        .hasLineCount(1);

    Running third = submit(openGate(), "never:").start(update("--wait", "240"));
    gate.letGo();
    assertThat(first.finish().out()).startsWith("added 12,000 lines (logs: 3, ");
    Finished waited = third.finish();
    assertThat(waited.code()).as(waited.err()).isZero();
    assertThat(waited.out()).isEmpty();
  }
}
