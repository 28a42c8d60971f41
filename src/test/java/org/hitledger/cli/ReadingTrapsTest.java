package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.hitledger.compression.Packing;
import org.hitledger.spark.Session;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.Full;
import org.hitledger.testing.LogFile;
import org.hitledger.testing.Packer;
import org.hitledger.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Spark and Hadoop do by default when they read files, most of it without a word, and what the
 * job does instead. Traps about names and lines are in {@link CountTest}, about damaged data in
 * {@link DamagedInputsTest}, about listing in {@code InputFinderTest}.
 */
@Full
class ReadingTrapsTest {
  private static final String HIT =
      "1.2.3.4 - - [01/Jun/2012:22:17:55 -0400] \"GET /book/x HTTP/1.1\" 200 5 \"-\" \"x\"\n";

  @TempDir Path folder;

  private Path log(String name, int hits) {
    return LogFile.writeBytes(folder.resolve(name), HIT.repeat(hits).getBytes(UTF_8));
  }

  private static void assertCounts(int hits, CommandRun run) {
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(hits + "\t/book/x\n");
  }

  private static CommandRun tsv(Object input) {
    return CommandRun.of("count", "--format=tsv", input);
  }

  /** Changes an input after it was found and before it is read. */
  private static CommandRun whileItChanges(Runnable change, Object... words) {
    Session.Source sessions =
        (settings, inputs) -> {
          change.run();
          return SharedSpark.sessions().open(settings, inputs);
        };
    return CommandRun.on(sessions, words);
  }

  private static void append(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertNothingPublished(CommandRun run, Path results) {
    assertThat(run.code()).as(run.err()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).hasLineCount(1);
    assertThat(results).doesNotExist();
  }

  @Test
  void a_wildcard_leaves_no_trace_on_standard_error() {
    log("a-1.gz", 1);
    log("a-2.gz", 2);
    CommandRun run = tsv(folder + "/a-?.gz");
    assertCounts(3, run);
    assertThat(run.err()).doesNotContain("Exception").startsWith("lines read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.gz", "a b.gz", "access[1].gz", "100%20.gz"})
  void a_file_that_vanishes_ends_the_run(String name) {
    Path file = log(name, 1);
    Path results = folder.resolve("results");
    CommandRun run = whileItChanges(() -> delete(file), "count", "--output", results, file);
    assertNothingPublished(run, results);
    // Spark's listing says nothing of a file with a bracket in its name.
    String found = name.contains("[") ? ": Spark does not list it" : " vanished while the run";
    assertThat(run.err()).startsWith("hitledger: file:" + file + found).contains("; run again");
  }

  @Test
  void a_file_that_spark_does_not_list_ends_the_run() {
    Path file = log("_spark_metadata/a.gz", 1);
    Path results = folder.resolve("results");
    CommandRun run = CommandRun.of("count", "--output", results, file);
    assertNothingPublished(run, results);
    assertThat(run.err())
        .startsWith("hitledger: file:" + file + ": Spark does not list it; run again, and if that");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.gz", "a.log"})
  void a_file_that_grows_ends_the_run(String name) {
    Path file = log(name, 1);
    Path results = folder.resolve("results");
    byte[] more = name.endsWith("gz") ? LogFile.gzip(HIT.getBytes(UTF_8)) : HIT.getBytes(UTF_8);
    CommandRun run = whileItChanges(() -> append(file, more), "count", "--output", results, file);
    assertNothingPublished(run, results);
    assertThat(run.err())
        .contains("file:" + file + " changed while it was read (")
        .contains("run again when its log is rotated");
  }

  @Test
  void a_file_that_is_swapped_for_another_ends_the_run() {
    Path file = log("a.gz", 1);
    Path results = folder.resolve("results");
    CommandRun run = whileItChanges(() -> log("a.gz", 50_000), "count", "--output", results, file);
    assertNothingPublished(run, results);
    assertThat(run.err()).contains("file:" + file + " changed while it was read (");
  }

  @ParameterizedTest
  @EnumSource
  void a_file_swapped_for_plain_text_is_not_taken_for_packed(Packing packing) {
    Path file = log("a" + packing.suffix(), 1);
    Path results = folder.resolve("results");
    CommandRun run =
        whileItChanges(
            () -> {
              delete(file);
              log("a.log", 1).toFile().renameTo(file.toFile());
            },
            "count",
            "--output",
            results,
            file);
    assertNothingPublished(run, results);
    assertThat(run.err()).contains("file:" + file + " is damaged: a member's header is broken");
  }

  @ParameterizedTest
  @EnumSource
  void garbage_behind_the_last_member_is_damage(Packing packing) throws IOException {
    Path file = log("a" + packing.suffix(), 3);
    long end = Files.size(file);
    append(file, "garbage".getBytes(UTF_8));
    CommandRun run = tsv(file);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .contains("what follows the last member is something else (at byte " + end + ")");

    CommandRun salvaged = CommandRun.of("count", "--format=tsv", "--on-damage=salvage", file);
    assertThat(salvaged.code()).isEqualTo(4);
    assertThat(salvaged.out()).isEqualTo("3\t/book/x\n");
    assertThat(salvaged.err()).containsPattern("(?m)^  damaged +1$");
  }

  @ParameterizedTest
  @CsvSource({
    "a.gz, fail, 1",
    "a.gz, fail, 100000",
    "a.gz, salvage, 512",
    "a.bz2, fail, 1",
    "a.zst, fail, 100000",
    "a.xz, salvage, 512"
  })
  void zeros_behind_the_last_member_are_noted(String name, String onDamage, int zeros)
      throws IOException {
    Path file = log(name, 3);
    long end = Files.size(file);
    append(file, new byte[zeros]);
    CommandRun run = CommandRun.of("count", "--format=tsv", "--on-damage", onDamage, file);
    assertCounts(3, run);
    assertThat(run.err())
        .contains("zeros follow the last member (at byte " + end + "); they were ignored")
        .containsPattern("(?m)^lines read +3$");
  }

  @ParameterizedTest
  @EnumSource
  void zeros_behind_a_line_without_end_do_not_change_it(Packing packing) {
    byte[] line = HIT.strip().getBytes(UTF_8);
    Path file = LogFile.writeBytes(folder.resolve("a" + packing.suffix()), line);
    append(file, new byte[10]);
    assertCounts(1, tsv(file));
  }

  @ParameterizedTest
  @EnumSource
  void a_cut_between_two_members_cannot_be_seen(Packing packing) throws IOException {
    Path file = log("a" + packing.suffix(), 1);
    long first = Files.size(file);
    append(file, Packer.pack(packing, HIT.getBytes(UTF_8)));
    assertCounts(2, tsv(file));
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) first));
    assertCounts(1, tsv(file));
  }

  @Test
  void settings_that_leave_out_files_or_lines_are_not_obeyed() {
    Path good = log("good.gz", 2);
    Path cut = folder.resolve("cut.gz");
    byte[] member = LogFile.gzip(HIT.getBytes(UTF_8));
    LogFile.writeRaw(cut, Arrays.copyOf(member, member.length - 1));
    var settings =
        Map.of(
            "spark.sql.files.ignoreCorruptFiles", "true",
            "spark.sql.files.ignoreMissingFiles", "true",
            "mapreduce.input.linerecordreader.line.maxlength", "20");
    SparkSession spark = SharedSpark.session();
    settings.forEach(spark.conf()::set);
    try {
      assertThat(tsv(cut).code()).isEqualTo(3);
      assertCounts(2, tsv(good));
    } finally {
      settings.keySet().forEach(spark.conf()::unset);
    }
  }

  @Test
  void a_stale_checksum_beside_a_log_moves_nothing_away() throws IOException {
    Path file = log("a.gz", 2);
    Path stale =
        Files.write(folder.resolve(".a.gz.crc"), new byte[] {'c', 'r', 'c', 0, 1, 2, 3, 4});
    assertCounts(2, tsv(file));
    assertThat(file).exists();
    assertThat(stale).exists();
  }

  @Test
  void what_a_stranger_writes_is_no_remark() {
    var text = new ByteArrayOutputStream();
    text.writeBytes(("\0TRUNCATED 12" + "0".repeat(32) + "\n").getBytes(ISO_8859_1));
    text.writeBytes(HIT.getBytes(UTF_8));
    CommandRun run = tsv(LogFile.writeBytes(folder.resolve("a.gz"), text.toByteArray()));
    assertCounts(1, run);
    assertThat(run.err()).containsPattern("(?m)^  rejected/no_match +1$");
  }
}
