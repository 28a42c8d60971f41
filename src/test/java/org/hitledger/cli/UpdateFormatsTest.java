package org.hitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hitledger.cli.KeptLedger.lines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.DuckDb;
import org.hitledger.testing.Full;
import org.hitledger.testing.LogFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs of several formats in a ledger: what is new is read as the log was that it belongs to. */
@Full
class UpdateFormatsTest {
  private static final String IIS =
      """
      #Software: Microsoft Internet Information Services 10.0
      #Version: 1.0
      #Fields: date time cs-method cs-uri-stem c-ip sc-status time-taken
      """;

  @TempDir Path home;
  private KeptLedger ledger;

  @BeforeEach
  void makeALedger() {
    ledger = new KeptLedger(home);
  }

  private static String iis(int... numbers) {
    StringBuilder text = new StringBuilder();
    Arrays.stream(numbers)
        .forEach(
            number ->
                text.append(
                    "2024-03-02 09:00:%02d GET /w/%d 192.0.2.9 200 46\n"
                        .formatted(number, number)));
    return text.toString();
  }

  @Test
  void new_lines_of_a_w3c_log_are_read_by_the_header_before_them() {
    ledger.write("u_ex.log", IIS + iis(10, 11));
    assertThat(ledger.added()).isEqualTo(5);
    ledger.write("u_ex.log", IIS + iis(10, 11, 12));
    assertThat(ledger.states()).containsExactly("grown by 47 bytes 1 0 u_ex.log");
    assertThat(ledger.added()).isEqualTo(1);
    assertThat(ledger.paths()).containsExactly("/w/10", "/w/11", "/w/12");
    assertThat(ledger.balance())
        .containsExactly("u_ex.log counted 3 w3c", "u_ex.log ignored/header 3 w3c");
  }

  @Test
  void a_header_that_changes_in_a_w3c_log_holds_for_what_comes_later() {
    ledger.write("u_ex.log", IIS + iis(10));
    assertThat(ledger.added()).isEqualTo(4);
    String other = "#Fields: time date cs-uri-stem cs-method c-ip sc-status\n";
    String moved = "09:00:20 2024-03-02 /w/20 GET 192.0.2.9 200\n";
    ledger.write("u_ex.log", IIS + iis(10) + other + moved);
    assertThat(ledger.added()).isEqualTo(2);
    ledger.write("u_ex.log", IIS + iis(10) + other + moved + moved.replace("20 ", "21 "));
    assertThat(ledger.added()).isEqualTo(1);
    assertThat(ledger.paths()).containsExactly("/w/10", "/w/20", "/w/21");
  }

  @Test
  void a_header_that_a_packed_copy_ended_in_holds_for_what_comes_later() {
    String other = "#Fields: time date cs-uri-stem cs-method c-ip sc-status";
    ledger.write("w3c.log.gz", IIS + iis(10) + other);
    assertThat(ledger.added()).isEqualTo(5);
    ledger.delete("w3c.log.gz");
    ledger.write(
        "w3c.log", IIS + iis(10) + other + "\n09:00:07 2024-03-02 /w/11 GET 198.51.100.10 200\n");
    assertThat(ledger.added()).isEqualTo(1);
    assertThat(ledger.paths()).containsExactly("/w/10", "/w/11");
  }

  @Test
  void a_w3c_log_under_an_old_name_is_new_though_its_header_is_the_same() {
    ledger.write("w3c.log", IIS + iis(10, 11));
    assertThat(ledger.added()).isEqualTo(5);
    ledger.rename("w3c.log", "w3c.log.1");
    ledger.write("w3c.log", IIS + iis(12));
    assertThat(ledger.states())
        .containsExactly("new 4 0 w3c.log", "known under another name 0 0 w3c.log.1");
    assertThat(ledger.added()).isEqualTo(4);
  }

  @Test
  void logs_of_two_formats_each_keep_their_own() {
    ledger.write("access.log", lines(1, 3));
    ledger.write("w3c.log", IIS + iis(10));
    assertThat(ledger.added()).isEqualTo(7);
    ledger.write("access.log", lines(1, 4));
    ledger.write("w3c.log", IIS + iis(10, 11));
    assertThat(ledger.added()).isEqualTo(2);
    assertThat(ledger.balance())
        .containsExactly(
            "access.log counted 4 combined",
            "w3c.log counted 2 w3c",
            "w3c.log ignored/header 3 w3c");
  }

  @Test
  void an_error_log_beside_the_logs_is_left_out() {
    ledger.write("access.log", lines(1, 3));
    ledger.write(
        "error.log", "[Fri Mar 01 10:00:00.1 2024] [core:error] [pid 1] AH00124: x\n".repeat(3));
    assertThat(ledger.added()).isEqualTo(3);
    assertThat(ledger.states()).containsExactly("known 0 0 access.log");
    assertThat(ledger.update("--dry-run").err())
        .isEqualTo("hitledger: left out error.log: it is an error log of Apache\n");
    assertThat(ledger.added()).isZero();
  }

  @Test
  void an_unknown_format_ends_the_update_unless_it_is_skipped() {
    ledger.write("access.log", lines(1, 3));
    ledger.write("other.log", "something\nelse\n");
    CommandRun run = ledger.update();
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).startsWith("hitledger: other.log: its log format is not known; ");
    assertThat(ledger.added("--skip-unknown")).isEqualTo(3);
    assertThat(ledger.added("--skip-unknown")).isZero();
  }

  @Test
  void an_empty_file_waits_for_its_first_line() {
    ledger.write("access.log", "");
    assertThat(ledger.states()).containsExactly("without a whole line 0 0 access.log");
    assertThat(ledger.update()).isEqualTo(new CommandRun(0, "", ""));
    ledger.write("access.log", lines(1, 1));
    assertThat(ledger.added()).isEqualTo(1);
  }

  @Test
  void blank_lines_are_entered_as_such() {
    ledger.write("access.log", lines(1, 3));
    assertThat(ledger.added()).isEqualTo(3);
    ledger.write("access.log", lines(1, 3) + "\n\n");
    assertThat(ledger.added()).isEqualTo(2);
    assertThat(ledger.balance())
        .containsExactly("access.log blank 2 combined", "access.log counted 3 combined");
  }

  @Test
  void rejected_lines_are_kept_with_their_numbers_in_the_whole_log() {
    ledger.write("access.log", lines(1, 3) + "junk\n");
    assertThat(ledger.added("--rejects")).isEqualTo(4);
    ledger.write("access.log", lines(1, 3) + "junk\n" + lines(4, 4) + "more\n");
    assertThat(ledger.added("--rejects")).isEqualTo(2);
    ledger.write("access.log", lines(1, 3) + "junk\n" + lines(4, 4) + "more\nlast\n" + lines(5, 5));
    assertThat(ledger.added()).isEqualTo(2);
    assertThat(
            DuckDb.rows(
                "SELECT line_number, outcome, line FROM read_parquet('%s/segments/*/rejects/*.parquet') ORDER BY ALL"
                    .formatted(ledger.folder())))
        .containsExactly("4\trejected/no_match\tjunk", "6\trejected/no_match\tmore");
    assertThat(ledger.files()).noneMatch(name -> name.startsWith("segments/000003/rejects"));
  }

  @Test
  void a_segment_has_a_folder_for_each_date() {
    ledger.write("access.log", lines(1, 2) + lines(3, 3).replace("02/Mar", "03/Mar"));
    assertThat(ledger.added()).isEqualTo(3);
    assertThat(ledger.files())
        .anyMatch(name -> name.startsWith("segments/000001/hits/date=2024-03-02/"))
        .anyMatch(name -> name.startsWith("segments/000001/hits/date=2024-03-03/"))
        .anyMatch(name -> name.startsWith("segments/000001/balance/"))
        .contains("segments/000001/run.json", "ledger.json");
  }

  @Test
  void a_log_keeps_its_format_whatever_it_grows_by() {
    ledger.write("access.log", lines(1, 3));
    assertThat(ledger.added()).isEqualTo(3);
    ledger.write("access.log", lines(1, 3) + "junk\n");
    assertThat(ledger.added()).isEqualTo(1);
  }

  @Test
  void a_w3c_log_that_has_its_header_only_does_not_end_the_update() {
    ledger.write("w3c.log.1", IIS + iis(10));
    assertThat(ledger.added()).isEqualTo(4);
    ledger.write("w3c.log", IIS);
    assertThat(ledger.update().code()).isZero();
  }

  @Test
  void a_damaged_file_of_which_nothing_can_be_salvaged_is_told() throws IOException {
    ledger.write("access.log", lines(1, 3));
    byte[] packed = Files.readAllBytes(ledger.write("b.log.gz", lines(10, 999)));
    LogFile.writeRaw(ledger.log("b.log.gz"), Arrays.copyOf(packed, 30));
    CommandRun run = ledger.update("--on-damage=salvage");
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err()).contains("b.log.gz is damaged");
  }
}
