package org.hitledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hitledger.testing.Full;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The benchmarks run, and everybody counts the same. How fast is not a test's business. */
@Full
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BenchmarkIT {

  @Test
  void the_readmes_command_runs_a_race_on_a_tiny_corpus(@TempDir Path temp) throws Exception {
    List<Contestant> all = Contestants.on(2).all();
    String labels = all.stream().map(Contestant::label).collect(Collectors.joining(","));
    Path out = temp.resolve("out.txt");
    Command.of(
            "mvn",
            "-q",
            "-B",
            "exec:exec",
            "-Dbench=race --corpora tiny --rounds 1 --threads 2 --folder %s --contestants %s"
                .formatted(temp, labels))
        .run(out);
    String report = Files.readString(temp.resolve("report.md"));
    assertThat(Files.readString(out)).contains(report);
    assertThat(report)
        .startsWith("Machine: ")
        .contains("\ntiny: 3 files, 0 MB gzip, 2 MB raw, 6,000 lines\n");
    assertThat(all)
        .allSatisfy(
            contestant -> {
              assertThat(report).contains("- " + contestant.label() + ": " + contestant.about());
              assertThat(report).containsPattern("\\| " + contestant.label() + " \\| \\d");
            });
    assertThat(Files.readAllLines(temp.resolve("laps.tsv"))).hasSize(1 + all.size());
  }

  @Test
  void the_start_is_measured(@TempDir Path temp) throws Exception {
    assertThat(Bench.run("start", "--rounds", "1", "--folder", temp.toString())).isZero();
    assertThat(Files.readString(temp.resolve("start.md")))
        .matches("`./submit.sh count src/samples` [0-9.]+ s, an empty Spark program .*\n");
  }

  @Test
  void the_micro_benchmarks_run(@TempDir Path temp) throws Exception {
    int code =
        Bench.run("micro", "--iterations", "1", "--millis", "50", "--folder", temp.toString());
    assertThat(code).isZero();
    assertThat(Files.readAllLines(temp.resolve("micro.md")))
        .filteredOn(line -> line.matches("\\| (parse|classify) \\| (corpus|hostile) \\| \\d.*"))
        .hasSize(4);
  }
}
