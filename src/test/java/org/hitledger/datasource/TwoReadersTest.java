package org.hitledger.datasource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hitledger.compression.Packing;
import org.hitledger.oracle.HostileLogs;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.FormatLines;
import org.hitledger.testing.LogFile;
import org.hitledger.testing.ResultTables;
import org.hitledger.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two readers, one answer: {@code count} takes lines from Spark's reader of text and damage from
 * marks among them, the source has a reader of its own.
 */
class TwoReadersTest {
  private static final Path REAL = Path.of("../shared/logs");

  @TempDir Path folder;

  private void requireOneAnswer(Path logs, String rules) {
    Path results = folder.resolve("results");
    CommandRun count =
        CommandRun.of("count", "--rules", rules, "--on-damage=salvage", "--output", results, logs);
    assertThat(count.code()).as(count.err()).isIn(0, 4);
    var rows =
        new SourceRows(
            SharedSpark.session()
                .read()
                .format("accesslog")
                .option("rules", rules)
                .option("onDamage", "salvage")
                .load(logs.toString()));

    var tables = new ResultTables(results);
    assertThat(rows.balance()).isEqualTo(tables.balance()).isNotEmpty();
    assertThat(rows.counts()).containsExactlyInAnyOrderElementsOf(tables.tsv().lines().toList());
  }

  @Test
  void of_the_samples() {
    requireOneAnswer(Path.of("src/samples").toAbsolutePath(), "book");
  }

  @Test
  void of_the_logs_of_real_servers() {
    assumeTrue(Files.isDirectory(REAL), "no real logs at " + REAL);
    requireOneAnswer(REAL.toAbsolutePath().normalize(), "site");
  }

  @Test
  void of_every_log_format_in_every_packing() {
    FormatLines.all()
        .forEach(
            (format, lines) -> {
              List<byte[]> bytes = lines.stream().map(line -> line.getBytes(UTF_8)).toList();
              LogFile.write(folder.resolve("logs/%s.log".formatted(format)), bytes);
              Stream.of(Packing.values())
                  .forEach(
                      packing ->
                          LogFile.write(
                              folder.resolve("logs/" + format + packing.suffix()), bytes));
            });
    requireOneAnswer(folder.resolve("logs"), "site");
  }

  @Test
  void of_hostile_lines_and_ends_of_files() {
    long seed = Long.getLong("hitledger.seed", System.nanoTime());
    System.out.println("TwoReadersTest: -Dhitledger.seed=" + seed);
    HostileLogs.write(folder.resolve("logs"), seed);
    requireOneAnswer(folder.resolve("logs"), "book");
  }
}
