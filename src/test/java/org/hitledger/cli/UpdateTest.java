package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hitledger.cli.KeptLedger.lines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.Full;
import org.hitledger.testing.LogFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What update takes a file for, and what it enters of it: each state, and what stands beside it.
 */
@Full
class UpdateTest {
  @TempDir Path home;
  private KeptLedger ledger;

  @BeforeEach
  void enterALog() {
    ledger = new KeptLedger(home);
    ledger.write("access.log", lines(1, 5));
    CommandRun run = ledger.update();
    assertThat(run)
        .isEqualTo(
            new CommandRun(
                0, "added 5 lines (logs: 1, counted: 5) to ledger as segment 000001\n", ""));
  }

  private void assertHolds(int... numbers) {
    assertThat(ledger.paths())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(numbers).mapToObj(number -> "/p/" + number).toList());
  }

  @Test
  void what_is_as_it_was_is_known_and_says_nothing() {
    assertThat(ledger.states()).containsExactly("known 0 0 access.log");
    assertThat(ledger.update()).isEqualTo(new CommandRun(0, "", ""));
    assertHolds(1, 2, 3, 4, 5);
  }

  @Test
  void a_log_that_is_written_anew_with_the_same_text_is_known() {
    ledger.write("access.log", lines(1, 5));
    assertThat(ledger.states()).containsExactly("known 0 0 access.log");
    assertThat(ledger.added()).isZero();
  }

  @Test
  void of_a_log_that_grew_the_rest_is_entered() {
    ledger.write("access.log", lines(1, 7));
    assertThat(ledger.states()).containsExactly("grown by 154 bytes 2 0 access.log");
    assertThat(ledger.added()).isEqualTo(2);
    assertHolds(1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void of_two_that_go_on_from_a_log_likewise_the_longer_is_it() {
    ledger.write("a.log", lines(1, 6));
    ledger.write("b.log", lines(1, 7));
    assertThat(ledger.states())
        .containsExactly(
            "known, whole in another file 0 0 a.log",
            "known 0 0 access.log",
            "grown by 154 bytes 2 0 b.log");
    assertThat(ledger.added()).isEqualTo(2);
    assertHolds(1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void of_two_that_go_on_from_a_log_otherwise_one_is_new() {
    ledger.write("access.log", lines(1, 6));
    ledger.write("b.log", lines(1, 5) + lines(9, 9));
    assertThat(ledger.states())
        .containsExactly("grown by 77 bytes 1 0 access.log", "new 6 0 b.log");
    assertThat(ledger.added()).isEqualTo(7);
    assertHolds(1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 9);
  }

  @Test
  void a_log_that_is_renamed_and_packed_is_known_under_another_name() {
    ledger.delete("access.log");
    ledger.write("old/access.log.1.xz", lines(1, 5));
    assertThat(ledger.states()).containsExactly("known under another name 0 0 old/access.log.1.xz");
    assertThat(ledger.added()).isZero();
    ledger.write("old/access.log.1.xz", lines(1, 6));
    assertThat(ledger.added()).isEqualTo(1);
  }

  @Test
  void two_copies_of_a_log_are_known_under_other_names() {
    ledger.write("a.log.gz", lines(1, 5));
    ledger.write("b.log.zst", lines(1, 5));
    assertThat(ledger.states())
        .containsExactly(
            "known under another name 0 0 a.log.gz",
            "known 0 0 access.log",
            "known under another name 0 0 b.log.zst");
    assertThat(ledger.added()).isZero();
  }

  @Test
  void a_shorter_copy_of_a_log_that_is_whole_is_its_beginning() {
    ledger.write("access.log.bak", lines(1, 2));
    ledger.write("access.log.bak.bz2", lines(1, 3));
    assertThat(ledger.states())
        .containsExactly(
            "known 0 0 access.log",
            "known, whole in another file 0 0 access.log.bak",
            "known, whole in another file 0 0 access.log.bak.bz2");
    assertThat(ledger.added()).isZero();
  }

  @Test
  void the_beginning_of_two_logs_is_that_of_the_one_that_is_there() {
    ledger.write("b.log", lines(1, 3) + lines(10, 20));
    assertThat(ledger.added()).isEqualTo(14);
    ledger.delete("b.log");
    ledger.write("c.log", lines(1, 3));
    assertThat(ledger.states())
        .containsExactly("known 0 0 access.log", "known, whole in another file 0 0 c.log");
  }

  @Test
  void a_log_of_its_own_is_new_also_if_it_begins_with_the_same_lines() {
    ledger.write("b.log", lines(1, 3) + lines(8, 8));
    assertThat(ledger.states()).containsExactly("known 0 0 access.log", "new 4 0 b.log");
    assertThat(ledger.added()).isEqualTo(4);
    ledger.write("b.log", lines(1, 3) + lines(8, 9));
    assertThat(ledger.added()).isEqualTo(1);
    assertHolds(1, 1, 2, 2, 3, 3, 4, 5, 8, 9);
  }

  @Test
  void of_new_files_with_one_content_the_longest_is_entered() {
    ledger.write("a.log", lines(21, 25));
    ledger.write("b.log", lines(21, 22));
    ledger.write("c.log.gz", lines(21, 25));
    assertThat(ledger.added()).isEqualTo(5);
    assertHolds(1, 2, 3, 4, 5, 21, 22, 23, 24, 25);
  }

  @Test
  void copytruncate_makes_a_new_log_under_the_old_name() {
    ledger.rename("access.log", "access.log.1");
    ledger.write("access.log", lines(6, 7));
    assertThat(ledger.states())
        .containsExactly("new 2 0 access.log", "known under another name 0 0 access.log.1");
    assertThat(ledger.added()).isEqualTo(2);
  }

  @Test
  void logs_that_change_their_names_go_on_each_by_itself() {
    ledger.write("b.log", lines(11, 13));
    assertThat(ledger.added()).isEqualTo(3);
    ledger.rename("access.log", "c.log");
    ledger.rename("b.log", "access.log");
    ledger.write("access.log", lines(11, 14));
    ledger.write("c.log", lines(1, 6));
    assertThat(ledger.added()).isEqualTo(2);
    assertHolds(1, 2, 3, 4, 5, 6, 11, 12, 13, 14);
  }

  @Test
  void a_log_that_vanished_stays_entered_and_may_return() {
    ledger.write("b.log", lines(11, 12));
    ledger.delete("access.log");
    assertThat(ledger.added()).isEqualTo(2);
    ledger.write("found.log", lines(1, 5));
    assertThat(ledger.states())
        .containsExactly("known 0 0 b.log", "known under another name 0 0 found.log");
    assertHolds(1, 2, 3, 4, 5, 11, 12);
  }

  @Test
  void a_last_line_without_its_end_waits() {
    ledger.write("access.log", lines(1, 6).stripTrailing());
    assertThat(ledger.added()).isZero();
    ledger.write("b.log", lines(11, 11).stripTrailing());
    assertThat(ledger.states()).contains("without a whole line 0 77 b.log");
    assertThat(ledger.added()).isZero();
    ledger.write("access.log", lines(1, 6));
    ledger.write("b.log", lines(11, 11));
    assertThat(ledger.added()).isEqualTo(2);
    assertHolds(1, 2, 3, 4, 5, 6, 11);
  }

  @Test
  void final_enters_a_last_line_without_its_end() {
    ledger.write("access.log", lines(1, 6).stripTrailing());
    assertThat(ledger.added("--final")).isEqualTo(1);
    assertThat(ledger.added("--final")).isZero();
    assertThat(ledger.added()).isZero();
    assertHolds(1, 2, 3, 4, 5, 6);
  }

  @Test
  void a_packed_file_is_whole_and_so_is_its_last_line() {
    ledger.write("b.log.gz", lines(11, 13).stripTrailing());
    assertThat(ledger.added()).isEqualTo(3);
    ledger.delete("b.log.gz");
    ledger.write("b.log", lines(11, 13).stripTrailing());
    assertThat(ledger.states()).contains("known under another name 0 0 b.log");
    assertThat(ledger.added()).isZero();
  }

  @Test
  void a_copy_stays_one_of_the_same_log_when_another_that_begins_so_has_become_longer()
      throws IOException {
    ledger.write("b.log", lines(1, 2) + lines(9, 9));
    ledger.write("copy.log", lines(1, 2));
    assertThat(ledger.added()).isEqualTo(3);
    ledger.write("b.log", lines(1, 2) + lines(9, 14));
    assertThat(ledger.added()).isEqualTo(5);
    Path known = ledger.folder().resolve("ledger.json");
    String before = Files.readString(known);

    assertThat(ledger.update("--verify")).isEqualTo(new CommandRun(0, "", ""));

    assertThat(known).hasContent(before);
  }

  @Test
  void verify_finds_what_changed_behind_its_time() throws IOException {
    Path log = ledger.write("access.log", lines(1, 400));
    FileTime time = Files.getLastModifiedTime(log);
    assertThat(ledger.added()).isEqualTo(395);
    ledger.write("access.log", lines(1, 400).replace("/p/200 ", "/q/200 "));
    Files.setLastModifiedTime(log, time);
    assertThat(ledger.states()).containsExactly("known 0 0 access.log");
    assertThat(ledger.states("--verify")).containsExactly("changed 0 0 access.log");
    assertThat(ledger.update("--verify").code()).isEqualTo(3);
  }

  @Test
  void a_file_that_was_cut_on_purpose_goes_on_behind_the_cut() {
    ledger.write("access.log", lines(1, 3));
    assertThat(ledger.added("--accept-shorter", ledger.log("access.log"))).isZero();
    assertThat(ledger.added()).isZero();
    ledger.write("access.log", lines(1, 3) + lines(8, 9));
    assertThat(ledger.added()).isEqualTo(2);
    assertHolds(1, 2, 3, 4, 5, 8, 9);
  }

  @Test
  void a_whole_copy_goes_on_from_what_was_salvaged() {
    byte[] whole = LogFile.gzip(lines(1001, 4000).getBytes(UTF_8));
    Path log = LogFile.writeRaw(ledger.log("b.log.gz"), Arrays.copyOf(whole, whole.length / 2));
    assertThat(ledger.update().code()).isEqualTo(3);
    CommandRun salvage = ledger.update("--on-damage=salvage");
    assertThat(salvage.code()).isEqualTo(4);
    assertThat(salvage.err()).contains("b.log.gz is damaged: the file ends inside a member");
    assertThat(ledger.paths()).hasSizeBetween(1000, 3000).doesNotHaveDuplicates();
    LogFile.writeRaw(log, whole);
    assertThat(ledger.added()).isPositive();
    assertThat(ledger.paths()).hasSize(3005).doesNotHaveDuplicates();
  }

  @Test
  void what_is_known_is_made_up_from_the_segments() throws IOException {
    ledger.write("access.log", lines(1, 7));
    assertThat(ledger.added()).isEqualTo(2);
    Files.delete(ledger.folder().resolve("ledger.json"));
    assertThat(ledger.states()).containsExactly("known 0 0 access.log");
    assertThat(ledger.added()).isZero();
    assertThat(ledger.files()).contains("ledger.json");
  }
}
