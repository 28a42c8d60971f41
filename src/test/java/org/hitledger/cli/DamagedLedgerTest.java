package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hitledger.cli.KeptLedger.lines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.Full;
import org.hitledger.testing.LogFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is lost with a damaged file is told until a whole copy of it was entered. */
@Full
class DamagedLedgerTest {
  private static final String LOST =
      "hitledger: b.log.gz was damaged when its hits were written: the file ends inside a member (at byte ";

  private static final String ADVICE =
      "); what follows is not among them; get a whole copy and run update with it\n";

  @TempDir Path home;
  private KeptLedger ledger;
  private byte[] whole;

  @BeforeEach
  void enter_what_can_be_read() {
    ledger = new KeptLedger(home);
    ledger.write("b.log.gz", "");
    whole = LogFile.gzip(lines(1, 3000).getBytes(UTF_8));
    writeCut(whole.length / 2);
    assertThat(ledger.update("--on-damage=salvage").code()).isEqualTo(4);
  }

  private void writeCut(int length) {
    LogFile.writeRaw(ledger.log("b.log.gz"), Arrays.copyOf(whole, length));
  }

  private void enterAnew(int cutTo) {
    writeCut(cutTo);
    assertThat(ledger.update("--rebuild", "--on-damage=salvage").code()).isEqualTo(4);
  }

  private void assertLost() {
    CommandRun count = ledger.count();
    assertThat(count.code()).isEqualTo(4);
    assertThat(count.err()).contains(LOST).endsWith(ADVICE);
  }

  private void assertNothingLost(int lines) {
    CommandRun count = ledger.count();
    assertThat(count.code()).as(count.err()).isZero();
    assertThat(count.err()).doesNotContain("was damaged");
    assertThat(ledger.paths()).hasSize(lines).doesNotHaveDuplicates();
  }

  @Test
  void a_dry_run_tells_damage_too() {
    writeCut(whole.length * 3 / 4);
    CommandRun run = ledger.update("--on-damage=salvage", "--dry-run");
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .startsWith("hitledger: ")
        .endsWith("; the lines before are all that can be read of it\n")
        .hasLineCount(1);
  }

  @Test
  void a_whole_copy_under_any_name_makes_it_good() {
    assertLost();
    ledger.write("copy.log", lines(1, 3000));
    assertThat(ledger.added()).isPositive();
    assertNothingLost(3000);
  }

  @Test
  void a_copy_that_is_less_damaged_is_told_instead() {
    writeCut(whole.length * 3 / 4);
    assertThat(ledger.update("--on-damage=salvage").code()).isEqualTo(4);
    assertLost();
    LogFile.writeRaw(ledger.log("b.log.gz"), whole);
    assertThat(ledger.added()).isPositive();
    assertNothingLost(3000);
  }

  @Test
  void a_whole_copy_without_another_line_makes_it_good() {
    enterAnew(whole.length - 4);
    assertThat(ledger.paths()).hasSize(3000);
    assertLost();
    LogFile.writeRaw(ledger.log("b.log.gz"), whole);
    assertThat(ledger.update()).isEqualTo(new CommandRun(0, "", ""));
    assertNothingLost(3000);
  }

  @Test
  void joined_segments_tell_no_more_than_before() {
    LogFile.writeRaw(ledger.log("b.log.gz"), whole);
    assertThat(ledger.added()).isPositive();
    ledger.write("other.log", lines(4001, 4002));
    assertThat(ledger.added()).isEqualTo(2);
    assertThat(CommandRun.of("compact", "--ledger", ledger.folder()).out())
        .startsWith("joined 3 segments");
    assertNothingLost(3002);
  }

  @Test
  void a_damaged_copy_of_a_whole_log_is_no_loss() {
    ledger.write("copy.log", lines(1, 3000));
    assertThat(ledger.added()).isPositive();
    CommandRun looked = ledger.update("--verify", "--on-damage=salvage");
    assertThat(looked.code()).isZero();
    assertThat(looked.err())
        .startsWith("hitledger: b.log.gz is damaged: the file ends inside a member (at byte ")
        .endsWith("); what can be read of it is in the ledger, from another file\n");
    assertNothingLost(3000);
  }

  @Test
  void a_log_that_is_damaged_after_it_was_entered_may_have_lost_what_came_then() {
    ledger.write("access.log", lines(5001, 5003));
    assertThat(ledger.added()).isEqualTo(3);
    ledger.write("b.log.gz", lines(1, 3000));
    assertThat(ledger.added()).isPositive();
    writeCut(whole.length - 4);
    assertThat(ledger.update("--on-damage=salvage").code()).isEqualTo(4);
    assertLost();
  }

  @Test
  void a_file_that_is_damaged_before_its_first_line_ends_is_told() {
    writeCut(60);
    assertThat(ledger.update("--rebuild", "--on-damage=salvage").code()).isEqualTo(3);
    ledger.write("access.log", lines(5001, 5003));
    CommandRun update = ledger.update("--rebuild", "--on-damage=salvage");
    assertThat(update.code()).isEqualTo(4);
    assertThat(update.err())
        .contains(
            "b.log.gz is damaged: the file ends inside a member (at byte 60); the lines before");
  }

  @Test
  void what_was_garbage_is_made_good_by_a_ledger_made_anew() {
    byte[] flipped = whole.clone();
    flipped[flipped.length / 2] ^= 0x55;
    LogFile.writeRaw(ledger.log("b.log.gz"), flipped);
    assertThat(ledger.update("--rebuild", "--on-damage=salvage").code()).isEqualTo(4);
    for (String name : List.of("b.log.gz", "c.log.gz")) {
      ledger.rename("b.log.gz", name);
      LogFile.writeRaw(ledger.log(name), whole);
      CommandRun update = ledger.update();
      assertThat(update.code()).isEqualTo(3);
      assertThat(update.err())
          .contains("what was salvaged of it was not right; make the ledger anew with --rebuild");
      ledger.rename(name, "b.log.gz");
    }
    assertThat(ledger.update("--rebuild").code()).isZero();
    assertNothingLost(3000);
  }

  @Test
  void a_damaged_copy_of_a_log_that_is_nowhere_whole_is_no_loss() {
    ledger.write("copy.log", lines(1, 3000));
    assertThat(ledger.added()).isPositive();
    ledger.delete("copy.log");
    writeCut(whole.length / 3);
    assertThat(ledger.states("--on-damage=salvage"))
        .containsExactly("known as far as it is not damaged 0 0 b.log.gz");
    CommandRun looked = ledger.update("--on-damage=salvage");
    assertThat(looked.code()).as(looked.err()).isZero();
    assertThat(looked.err()).contains("what can be read of it is in the ledger, from another file");
    assertNothingLost(3000);
  }

  @Test
  void a_ledger_without_a_word_on_damage_is_read_as_one_without_any() throws IOException {
    Path known = ledger.folder().resolve("ledger.json");
    String text = Files.readString(known);
    assertThat(text).contains("\"damage\"");
    Files.writeString(known, text.replaceAll("(?s),\\s*\"damage\" : \\[.*?\\]", ""));
    assertNothingLost(ledger.paths().size());
  }
}
