package org.hitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hitledger.testing.CommandRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs of real servers, which are not ours to hand on: read where they lie beside the project. */
class RealLogsTest {
  private static final Path LOGS = Path.of("../shared/logs");

  @TempDir Path folder;

  @BeforeEach
  void requireLogs() {
    assumeTrue(Files.isDirectory(LOGS), "no real logs at " + LOGS);
  }

  @ParameterizedTest
  @CsvSource({
    "elastic-apache.log.gz, 10000, 1, 1, 9998, 1367, /favicon.ico, 807",
    "hackers-access.log.gz, 3456, 0, 0, 3456, 25, /join_form, 1165",
    "shop-access.log.gz, 1000, 0, 0, 1000, 751, /settings/logo, 34",
    "bad-access.log.gz, 3, 1, 0, 2, 2, /vmw/cgi/tramp, 1"
  })
  void whole_sites_are_counted_as_they_were_by_hand(
      String name,
      int lines,
      int noMatch,
      int emptyPath,
      int counted,
      int paths,
      String topPath,
      int topHits)
      throws IOException {
    Path nothingExcluded =
        Files.writeString(
            folder.resolve("rules.yaml"),
            "section: all\nexcluded_names: []\nexcluded_extensions: []\n");
    CommandRun run =
        CommandRun.of(
            "count", "--format=tsv", "--top=all", "--rules", nothingExcluded, LOGS.resolve(name));
    assertThat(run.err().replace(",", ""))
        .containsPattern("(?m)^lines read +" + lines + "$")
        .containsPattern("(?m)^  blank +0$")
        .containsPattern("(?m)^  rejected/no_match +" + noMatch + "$")
        .containsPattern("(?m)^  rejected/bad_time +0$")
        .containsPattern("(?m)^  filtered/no_request +0$")
        .containsPattern("(?m)^  filtered/empty_path +" + emptyPath + "$")
        .containsPattern("(?m)^  counted +" + counted + "$");
    assertThat(run.out()).startsWith(topHits + "\t" + topPath + "\n");
    assertThat(run.out().lines()).hasSize(paths);
  }

  @Test
  void a_site_without_the_section_gets_told_which_ones_it_has() {
    CommandRun run = CommandRun.of("count", LOGS.resolve("elastic-apache.log.gz"));
    assertThat(run.out()).isEqualTo("no hits\n");
    assertThat(run.err()).contains("/presentations (690)", " with --section ", "--rules site");
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
