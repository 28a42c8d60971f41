package org.hitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.hitledger.testing.CommandRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs of real servers, which are not ours to hand on: read where they lie beside the project. */
class RealLogsTest {
  private static final Path LOGS = Path.of("../shared/logs");

  @BeforeEach
  void requireLogs() {
    assumeTrue(Files.isDirectory(LOGS), "no real logs at " + LOGS);
  }

  @ParameterizedTest
  @CsvSource({
    "elastic-apache.log.gz, 10000, 1",
    "hackers-access.log.gz, 3456, 0",
    "shop-access.log.gz, 1000, 0",
    "bad-access.log.gz, 3, 1"
  })
  void lines_fall_into_the_classes_that_were_found_by_hand(String name, int lines, int noMatch) {
    CommandRun run = CommandRun.of("count", LOGS.resolve(name));
    assertThat(run.err().replace(",", ""))
        .containsPattern("(?m)^lines read +" + lines + "$")
        .containsPattern("(?m)^  blank +0$")
        .containsPattern("(?m)^  rejected/no_match +" + noMatch + "$")
        .containsPattern("(?m)^  rejected/bad_request +0$")
        .containsPattern("(?m)^  rejected/bad_time +0$");
  }

  @Test
  void presentations_are_counted_as_they_were_by_hand() {
    CommandRun run =
        CommandRun.of(
            "count",
            "--section",
            "presentations",
            "--format",
            "tsv",
            "--top",
            "all",
            LOGS.resolve("elastic-apache.log.gz"));
    assertThat(run.out()).startsWith("51\t/presentations/logstash-puppetconf-2012/\n");
    assertThat(run.out().lines()).hasSize(115);
    assertThat(run.out().lines().mapToInt(row -> Integer.parseInt(row.split("\t", 2)[0])).sum())
        .isEqualTo(690);
  }
}
