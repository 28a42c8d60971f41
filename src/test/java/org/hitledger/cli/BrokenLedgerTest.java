package org.hitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hitledger.cli.KeptLedger.lines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.Full;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever deletes a part of a ledger is told by the next one who reads it, and how to heal it. */
@Full
class BrokenLedgerTest {
  private static final String REMEDY =
      "; put it back as it was, or make the ledger anew from the logs with update --rebuild\n";

  @TempDir Path home;
  private KeptLedger ledger;

  @BeforeEach
  void enter_three_segments() {
    ledger = new KeptLedger(home);
    for (int days = 1; days <= 3; days++) {
      ledger.write("access.log", lines(1, 10 * days));
      assertThat(ledger.added()).isEqualTo(10);
    }
  }

  private Path part(String name) {
    return ledger.folder().resolve("segments").resolve(name);
  }

  private static void delete(Path part) throws IOException {
    try (Stream<Path> all = Files.walk(part)) {
      all.sorted(Comparator.reverseOrder()).forEach(BrokenLedgerTest::deleteOne);
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CommandRun compact() {
    return CommandRun.of("compact", "--ledger", ledger.folder());
  }

  private void assertRefused(CommandRun run, String what) {
    assertThat(run.code()).as(run.toString()).isEqualTo(3);
    assertThat(run.err().replace(home + "/", "").replace("file:", ""))
        .isEqualTo("hitledger: segment ledger/segments/" + what + REMEDY);
  }

  private void assertHealed() {
    assertThat(ledger.update("--rebuild").code()).isZero();
    CommandRun count = ledger.count();
    assertThat(count.code()).isZero();
    assertThat(ledger.paths()).hasSize(30).doesNotHaveDuplicates();
  }

  @Test
  void a_segment_that_is_missing_is_named_by_all_commands() throws IOException {
    delete(part("000002"));
    String what = "000002 is not there";
    assertRefused(ledger.update(), what);
    assertRefused(ledger.count(), what);
    assertRefused(compact(), what);
    assertRefused(CommandRun.of("sql", "SELECT count(*) FROM hits", ledger.folder()), what);
    assertHealed();
  }

  @Test
  void the_last_segment_is_missed_too() throws IOException {
    delete(part("000003"));
    assertRefused(ledger.update(), "000003 is not there");
    assertRefused(ledger.count(), "000003 is not there");
    assertHealed();
  }

  @Test
  void a_segment_without_its_manifest_is_none() throws IOException {
    delete(part("000002/run.json"));
    assertRefused(ledger.count(), "000002 has no run.json");
    assertRefused(compact(), "000002 has no run.json");
    assertHealed();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "[]", "{\"ledger\": null}"})
  void a_manifest_that_update_has_not_written_is_told_by_all_who_need_it(String text)
      throws IOException {
    Files.writeString(part("000002/run.json"), text);
    Files.delete(ledger.folder().resolve("ledger.json"));
    String what = "000002 has a run.json that is not what update writes";
    assertRefused(ledger.update(), what);
    assertRefused(ledger.count(), what);
    assertRefused(compact(), what);
    assertHealed();
  }

  /** Each value that a ledger.json has, taken away or put to null. */
  @Test
  void a_known_file_that_update_has_not_written_is_made_anew_as_it_says() throws IOException {
    Path known = ledger.folder().resolve("ledger.json");
    String written = Files.readString(known);
    for (String broken : LostValues.of(written)) {
      Files.writeString(known, broken);
      CommandRun run = ledger.update("--dry-run");
      assertThat(run.code()).as(broken).isEqualTo(3);
      assertThat(run.err())
          .isEqualTo(
              "hitledger: ledger/ledger.json is not what update writes; delete it, and the next"
                  + " update makes it anew from the segments\n");
    }
    Files.delete(known);
    assertThat(ledger.added()).isZero();
    assertThat(known).hasContent(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hits/date=2024-03-02", "balance"})
  void a_file_with_rows_that_is_gone_is_missed_by_all_who_read_them(String folder)
      throws IOException {
    Path file = onlyFile(part("000002").resolve(folder));
    String what =
        "000002 has no %s/%s of %,d bytes".formatted(folder, file.getFileName(), Files.size(file));
    Files.delete(file);
    assertRefused(ledger.count(), what);
    assertRefused(CommandRun.of("sql", "SELECT count(*) FROM hits", ledger.folder()), what);
    assertRefused(compact(), what);
    assertHealed();
  }

  private static Path onlyFile(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }

  /** As updates wrote them before they listed their files. */
  @Test
  void hits_that_are_gone_are_missed_without_a_list_of_files_too() throws IOException {
    Path manifest = part("000002/run.json");
    String all = Files.readString(manifest);
    Files.writeString(
        manifest, all.replaceFirst("(?s),\\s*\"files\" : \\[[^]]*\\]\\s*\\}\\s*$", "}"));
    assertThat(Files.readString(manifest)).doesNotContain(".parquet");
    delete(part("000002/hits/date=2024-03-02"));
    assertThat(ledger.count().err())
        .endsWith("make the ledger anew from its logs with update --rebuild\n");
    CommandRun joined = compact();
    assertThat(joined.code()).isEqualTo(3);
    assertThat(joined.err())
        .contains("the hits of these segments are not those of their balances; put back what")
        .hasLineCount(1);
    assertHealed();
  }

  @Test
  void what_a_dead_update_had_begun_is_removed_by_the_next() throws IOException {
    Path begun = ledger.folder().resolve(".000001-000004.staging-1-2-3");
    Files.createDirectories(begun.resolve("hits"));
    assertThat(ledger.added()).isZero();
    assertThat(begun).doesNotExist();
  }

  /** There are no 4 KiB of it, by which larger ones are told. */
  @Test
  void a_small_log_that_goes_on_otherwise_is_changed() {
    Path log = ledger.write("small.log", "");
    ledger.write("small.log", lines(31, 36));
    assertThat(ledger.added()).isEqualTo(6);
    ledger.write("small.log", lines(31, 32) + lines(40, 41));
    CommandRun run = ledger.update();
    assertThat(run.code()).as(run.toString()).isEqualTo(3);
    assertThat(run.err()).contains(log.getFileName() + " is not the log any more");
  }

  @Test
  void lines_that_the_manifest_does_not_have_are_not_joined() throws IOException {
    Path manifest = part("000002/run.json");
    Files.writeString(
        manifest, Files.readString(manifest).replace("\"lines_read\" : 10", "\"lines_read\" : 9"));
    assertThat(compact().err())
        .contains(
            "segments 000001-000003 have 30 lines, but their run.json say 29; make the ledger");
  }

  @Test
  void there_is_no_ledger_to_compact() {
    Path nothing = home.resolve("nothing");
    CommandRun run = CommandRun.of("compact", "--ledger", nothing);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .endsWith("nothing is no ledger; name the folder that update has made\n")
        .hasLineCount(1);
    assertThat(nothing).doesNotExist();
  }
}
