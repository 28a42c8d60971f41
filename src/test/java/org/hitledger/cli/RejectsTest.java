package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.DuckDb;
import org.hitledger.testing.LogFile;
import org.hitledger.testing.SharedSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rejected lines themselves, and how many of them there may be. */
class RejectsTest {
  private static final String HIT =
      "1.2.3.4 - - [01/Jun/2012:22:17:55 -0400] \"GET /book/x HTTP/1.1\" 200 5 \"-\" \"x\"";

  private static final String PART = "spark.sql.files.maxPartitionBytes";

  @TempDir Path folder;
  private Path logs;
  private Path rejects;

  @BeforeEach
  void nameFolders() {
    logs = folder.resolve("logs");
    rejects = folder.resolve("rejected lines");
  }

  private Path log(String name, String text) {
    return LogFile.writeBytes(logs.resolve(name), text.getBytes(ISO_8859_1));
  }

  private CommandRun run(Object... options) {
    Object[] words = new Object[options.length + 2];
    words[0] = "count";
    words[1] = logs;
    System.arraycopy(options, 0, words, 2, options.length);
    return CommandRun.of(words);
  }

  private List<String> rows() {
    return DuckDb.rows(
        """
        SELECT regexp_extract(file, '[^/]+$'), coalesce(line_number::VARCHAR, '?'), outcome,
            CASE WHEN octet_length(line) > 30 THEN octet_length(line)::VARCHAR ELSE hex(line) END
        FROM '%s/rejects/*.parquet'
        """
            .formatted(rejects));
  }

  private static String hex(String text) {
    return text.chars().mapToObj("%02X"::formatted).reduce("", String::concat);
  }

  @Test
  void every_rejected_line_stands_there_with_its_bytes() {
    log("a.gz", HIT + "\n\njunk\u00ff\r\n" + HIT + "\n" + "z".repeat(2_000_000) + "\n");
    log(
        "b.gz",
        HIT.replaceFirst(".$", "") + "\n" + HIT.replace("GET /book/x HTTP/1.1", "-") + "\n");
    log("c.gz", HIT + "\n");
    log("d.log", HIT.replace("Jun", "Jux") + "\n" + HIT + "\n\0");

    CommandRun run = run("--rejects", rejects, "--output", folder.resolve("results"));

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(rows())
        .containsExactly(
            "a.gz\t3\trejected/no_match\t" + hex("junk\u00ff\r"),
            "a.gz\t5\trejected/too_long\t4096",
            "b.gz\t1\trejected/no_match\t" + (HIT.length() - 1),
            "d.log\t1\trejected/bad_time\t" + HIT.length(),
            "d.log\t3\trejected/no_match\t00");
    assertThat(rejects.resolve("run.json")).exists();
    assertThat(folder.resolve("results/run.json")).exists();
  }

  @Test
  void those_of_hits_are_those_of_count() {
    log("a.gz", HIT + "\n\njunk\u00ff\r\n" + HIT + "\n" + "z".repeat(2_000_000) + "\n");
    log("d.log", HIT.replace("Jun", "Jux") + "\n" + HIT + "\n\0");
    assertThat(run("--rejects", rejects).code()).isZero();
    List<String> ofCount = rows();

    CommandRun hits =
        CommandRun.of(
            "hits",
            "--log-format=combined",
            "--output",
            folder.resolve("hits"),
            "--rejects",
            rejects,
            "--overwrite",
            logs);
    assertThat(hits.code()).as(hits.err()).isZero();
    assertThat(rows()).isEqualTo(ofCount).hasSize(4);
    assertThat(rejects).isDirectoryNotContaining("glob:**kept");
  }

  @Test
  void what_damage_has_cut_is_not_among_them() throws IOException {
    byte[] member = LogFile.gzip(("junk\n" + HIT + "\n").getBytes(ISO_8859_1));
    Files.createDirectories(logs);
    Files.write(logs.resolve("cut.gz"), Arrays.copyOf(member, member.length - 3));
    assertThat(run("--rejects", rejects, "--on-damage=salvage").code()).isEqualTo(4);
    assertThat(rows()).containsExactly("cut.gz\t1\trejected/no_match\t" + hex("junk"));
  }

  @Test
  void without_rejected_lines_the_table_is_empty() {
    log("a.gz", HIT + "\n");
    assertThat(run("--rejects", rejects).code()).isZero();
    assertThat(rows()).isEmpty();
  }

  @Test
  void the_parts_of_a_large_plain_file_behind_the_first_have_no_numbers() {
    log("large.log", "trash\n" + (HIT + "\n").repeat(20_000) + "junk\n");
    SharedSpark.session().conf().set(PART, "1000000");
    try {
      assertThat(run("--rejects", rejects).code()).isZero();
    } finally {
      SharedSpark.session().conf().unset(PART);
    }
    assertThat(rows())
        .containsExactlyInAnyOrder(
            "large.log\t1\trejected/no_match\t" + hex("trash"),
            "large.log\t?\trejected/no_match\t" + hex("junk"));
  }

  @Test
  void they_may_not_lie_in_the_results() {
    log("a.gz", HIT + "\n");
    CommandRun run = run("--output", folder.resolve("r"), "--rejects", folder.resolve("r/rejects"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--rejects ", "equals, contains or lies in --output ");
    assertThat(folder.resolve("r")).doesNotExist();
  }

  @Test
  void older_ones_are_replaced_when_asked_for() {
    log("a.gz", "junk\n" + HIT + "\n");
    assertThat(run("--rejects", rejects).code()).isZero();
    assertThat(run("--rejects", rejects).code()).isEqualTo(2);
    log("a.gz", "trash\n" + HIT + "\n");
    assertThat(run("--rejects", rejects, "--overwrite").code()).isZero();
    assertThat(rows()).containsExactly("a.gz\t1\trejected/no_match\t" + hex("trash"));
  }

  @ParameterizedTest
  @CsvSource({"33.33, 3", "33.34, 0", "100, 0", "0, 3", "0.001e1, 3"})
  void too_many_end_the_run(String percent, int code) {
    log("a.gz", HIT + "\njunk\n" + HIT + "\n");
    Path results = folder.resolve("results");
    CommandRun run = run("--max-rejected", percent, "--output", results, "--rejects", rejects);
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    if (code == 3) {
      assertThat(run.err())
          .startsWith("hitledger: 33.33 % of the lines are rejected (1 of 3), more than")
          .contains(
              "nothing was published. To see them: count --rejects DIR, without --max-rejected")
          .hasLineCount(1);
      assertThat(folder).isDirectoryNotContaining("glob:**/{results,rejected lines}");
    }
  }

  @Test
  void none_of_nothing_is_not_too_many() {
    log("a.gz", "");
    assertThat(run("--max-rejected", "0").code()).isZero();
  }
}
