package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hitledger.cli.KeptLedger.lines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.hitledger.testing.CommandRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When update enters nothing, and how it says so. */
class UpdateRefusalsTest {
  private static final int KEY_LENGTH = 32;

  @TempDir Path home;
  private KeptLedger ledger;

  @BeforeEach
  void writeALog() {
    ledger = new KeptLedger(home);
    ledger.write("access.log", lines(1, 100));
  }

  private void assertRefused(CommandRun run, int code, String message) {
    assertThat(run).isEqualTo(new CommandRun(code, "", "hitledger: " + message + "\n"));
  }

  @Test
  void a_log_that_was_cut_is_shorter() {
    assertThat(ledger.added()).isEqualTo(100);
    List<String> before = ledger.files();
    ledger.write("access.log", lines(1, 3));
    assertThat(ledger.states()).containsExactly("shorter 0 0 access.log");
    assertRefused(
        ledger.update(),
        3,
        "access.log is shorter than what is entered of its log: it ends at byte 231 of 7,792; put"
            + " the whole log back, or say with --accept-shorter access.log that it is meant;"
            + " nothing was entered");
    assertThat(ledger.files()).isEqualTo(before);
  }

  @Test
  void one_that_was_cut_keeps_others_from_being_entered() {
    assertThat(ledger.added()).isEqualTo(100);
    ledger.write("access.log", lines(1, 3));
    ledger.write("b.log", lines(501, 502));
    assertThat(ledger.states()).containsExactly("shorter 0 0 access.log", "new 2 0 b.log");
    assertThat(ledger.update().code()).isEqualTo(3);
    assertThat(ledger.paths()).hasSize(100);
  }

  @Test
  void a_log_that_goes_on_otherwise_under_its_name_is_changed() {
    assertThat(ledger.added()).isEqualTo(100);
    ledger.write("access.log", lines(1, 80) + lines(200, 250));
    assertThat(ledger.states()).containsExactly("changed 0 0 access.log");
    assertRefused(
        ledger.update(),
        3,
        "access.log is not the log any more of which 7,792 bytes are entered: it differs from"
            + " them behind byte 6,231; put the log back, or give the file another name to enter"
            + " it as a log of its own, with all of its lines; nothing was entered");
    ledger.rename("access.log", "other.log");
    assertThat(ledger.states()).containsExactly("new 131 0 other.log");
    assertThat(ledger.added()).isEqualTo(131);
  }

  @Test
  void other_settings_are_refused() {
    assertThat(ledger.added()).isEqualTo(100);
    CommandRun run =
        ledger.update("--drop-query", "--log-zone=Europe/Berlin", "--log-format=combined");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("hitledger: ledger was begun with other settings: ")
        .contains(
            "drop-query is false there and true here",
            "log-zone is UTC there and Europe/Berlin here",
            "log-format is auto there and combined here");
  }

  @Test
  void what_settings_do_not_fix_may_differ() {
    assertThat(ledger.added("--rejects")).isEqualTo(100);
    assertThat(ledger.added("--on-damage=salvage", "--verify", "--max-rejected=1", "--wait=1"))
        .isZero();
  }

  @Test
  void hashes_need_a_key_that_is_kept() {
    assertRefused(
        ledger.update("--anonymize-hosts=hash"),
        2,
        "--anonymize-hosts hash needs --hash-key-file here: without a key that is kept a host"
            + " would have another hash in each segment; to make one: head -c 32 /dev/urandom >"
            + " FILE");
  }

  @Test
  void another_key_is_another_setting() throws IOException {
    assertThat(ledger.added("--anonymize-hosts=hash", "--hash-key-file", key("one", 1)))
        .isEqualTo(100);
    assertThat(ledger.added("--anonymize-hosts=hash", "--hash-key-file", key("same", 1))).isZero();
    CommandRun run = ledger.update("--anonymize-hosts=hash", "--hash-key-file", key("other", 2));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("ledger was begun with other settings: check of the hash key");
  }

  /** Else who has the ledger could try out which address makes a line's digest what it is. */
  @Test
  void digests_of_a_ledger_with_hashed_hosts_have_its_key() throws Exception {
    Object[] options = {"--anonymize-hosts=hash", "--hash-key-file", key("one", 1)};
    assertThat(ledger.added(options)).isEqualTo(100);
    String text = lines(1, 101);
    byte[] line = text.substring(0, text.indexOf('\n') + 1).getBytes(UTF_8);
    String plain =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(line), 0, 8);
    for (String file : List.of("ledger.json", "segments/000001/run.json")) {
      assertThat(ledger.folder().resolve(file)).content(UTF_8).doesNotContain(plain);
    }
    ledger.write("access.log", text);
    assertThat(ledger.added(options)).isEqualTo(1);
    assertThat(ledger.update("--rebuild").code()).isZero();
    assertThat(ledger.folder().resolve("ledger.json")).content(UTF_8).contains(plain);
  }

  private Path key(String name, int seed) throws IOException {
    byte[] bytes = new byte[KEY_LENGTH];
    bytes[0] = (byte) seed;
    Path file = Files.write(home.resolve(name), bytes);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void a_folder_of_something_else_is_no_ledger() throws IOException {
    Files.createDirectories(ledger.folder());
    Files.writeString(ledger.folder().resolve("thesis.txt"), "mine");
    assertRefused(
        ledger.update(),
        2,
        "--ledger ledger holds something else than a ledger; name a new folder, or one that update"
            + " has made");
  }

  @Test
  void a_dry_run_makes_no_ledger() {
    assertThat(ledger.states()).containsExactly("new 100 0 access.log");
    assertThat(ledger.folder()).doesNotExist();
  }

  @Test
  void too_many_rejected_lines_are_not_entered() {
    ledger.write("access.log", lines(1, 100) + "no access\n".repeat(20));
    CommandRun run = ledger.update("--max-rejected=10");
    assertThat(run.code()).isEqualTo(3);
    assertThat(ledger.files()).noneMatch(name -> name.startsWith("segments"));
    assertThat(ledger.added("--max-rejected=20")).isEqualTo(120);
  }

  @Test
  void a_damaged_file_is_refused() {
    ledger.write("b.log.gz", lines(101, 3000));
    byte[] half = new byte[1000];
    try {
      System.arraycopy(Files.readAllBytes(ledger.log("b.log.gz")), 0, half, 0, half.length);
      Files.write(ledger.log("b.log.gz"), half);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    CommandRun run = ledger.update();
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).startsWith("hitledger: b.log.gz is damaged: ");
  }

  @Test
  void a_log_of_less_than_4_kib_has_changed_if_its_first_record_is_the_same() {
    ledger.write("access.log", lines(1, 5));
    assertThat(ledger.added()).isEqualTo(5);
    ledger.write("access.log", lines(1, 3) + lines(10, 14));
    assertThat(ledger.states()).containsExactly("changed 0 0 access.log");
    assertThat(ledger.update().code()).isEqualTo(3);
    ledger.write("access.log", lines(10, 14));
    assertThat(ledger.states()).containsExactly("new 5 0 access.log");
  }

  @Test
  void a_log_that_is_put_back_after_its_cut_was_accepted_is_known() {
    assertThat(ledger.added()).isEqualTo(100);
    ledger.write("access.log", lines(1, 3));
    assertThat(ledger.added("--accept-shorter", ledger.log("access.log"))).isZero();
    ledger.write("access.log", lines(1, 100));
    assertThat(ledger.added()).isZero();
    assertThat(ledger.paths()).hasSize(100);
  }

  @Test
  void a_ledger_is_made_anew_with_other_settings() {
    assertThat(ledger.added()).isEqualTo(100);
    assertThat(ledger.update("--drop-query").code()).isEqualTo(2);
    CommandRun anew = ledger.update("--rebuild", "--drop-query");
    assertThat(anew.code()).as(anew.err()).isZero();
    assertThat(anew.out()).endsWith(" as segment 000001-000002\n");
    assertThat(ledger.paths()).hasSize(100);
    assertThat(ledger.added("--drop-query")).isZero();
  }

  @Test
  void the_end_of_a_line_that_was_entered_without_it_is_nothing_new() {
    ledger.write("access.log", lines(1, 3).stripTrailing());
    assertThat(ledger.added("--final")).isEqualTo(3);
    ledger.write("access.log", lines(1, 4));
    assertThat(ledger.added()).isEqualTo(1);
  }

  @Test
  void a_broken_ledger_is_told_as_such() throws IOException {
    assertThat(ledger.added()).isEqualTo(100);
    Files.writeString(ledger.folder().resolve("ledger.json"), "{}");
    assertThat(ledger.update().err()).doesNotContain("this should not have happened");
  }

  @Test
  void a_ledger_in_the_folder_of_its_logs_is_no_log() {
    CommandRun first = CommandRun.of("update", "--ledger", home.resolve("logs/ledger"), home);
    CommandRun second = CommandRun.of("update", "--ledger", home.resolve("logs/ledger"), home);
    assertThat(List.of(first.code(), second.code())).containsAnyOf(2).isNotEqualTo(List.of(0, 3));
  }
}
