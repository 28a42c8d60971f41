package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hitledger.cli.KeptLedger.lines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.Full;
import org.hitledger.testing.LogFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each line is entered once, though clocks go back and files are what nobody expects. */
@Full
class UpdateTroubleTest {
  @TempDir Path home;
  private KeptLedger ledger;

  @BeforeEach
  void makeNoLedgerYet() {
    ledger = new KeptLedger(home);
  }

  private void assertHolds(int first, int last) {
    assertThat(ledger.paths())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(first, last).mapToObj(number -> "/p/" + number).toList());
  }

  private static byte[] members(String... texts) {
    var members = new ByteArrayOutputStream();
    Arrays.stream(texts).forEach(text -> members.writeBytes(LogFile.gzip(text.getBytes(UTF_8))));
    return members.toByteArray();
  }

  private void setBack(String name, Duration by) throws IOException {
    Path log = ledger.log(name);
    Files.setLastModifiedTime(
        log, FileTime.from(Files.getLastModifiedTime(log).toInstant().minus(by)));
  }

  @Test
  void times_of_files_that_go_back_make_no_line_old() throws IOException {
    ledger.write("access.log", lines(1, 3));
    assertThat(ledger.added()).isEqualTo(3);
    ledger.write("access.log", lines(1, 5));
    setBack("access.log", Duration.ofDays(400));
    assertThat(ledger.added()).isEqualTo(2);
    ledger.write("access.log.1", lines(6, 7));
    setBack("access.log.1", Duration.ofDays(20_000));
    assertThat(ledger.update().out()).endsWith(" as segment 000003\n");
    setBack("access.log", Duration.ofDays(1));
    assertThat(ledger.update()).isEqualTo(new CommandRun(0, "", ""));
    assertHolds(1, 7);
  }

  @Test
  void a_file_without_a_byte_becomes_a_log_once_it_grows() {
    ledger.write("a.log", "");
    ledger.write("access.log", lines(1, 2));
    assertThat(ledger.added()).isEqualTo(2);
    ledger.write("a.log", lines(3, 4));
    assertThat(ledger.added()).isEqualTo(2);
    assertHolds(1, 4);
  }

  @Test
  void a_packed_log_that_grows_by_members_goes_on() {
    ledger.write("a.log.gz", "");
    LogFile.writeRaw(ledger.log("a.log.gz"), members(lines(1, 2), lines(3, 3)));
    assertThat(ledger.added()).isEqualTo(3);
    LogFile.writeRaw(ledger.log("a.log.gz"), members(lines(1, 2), lines(3, 3), "", lines(4, 6)));
    assertThat(ledger.added()).isEqualTo(3);
    LogFile.writeRaw(ledger.log("a.log.gz"), members(lines(1, 6), lines(7, 7)));
    assertThat(ledger.added()).isEqualTo(1);
    assertHolds(1, 7);
  }

  @Test
  void a_log_that_is_truncated_again_and_again_is_a_new_one_each_time() {
    ledger.write("access.log", lines(1, 3));
    assertThat(ledger.added()).isEqualTo(3);
    ledger.write("access.log", "");
    assertThat(ledger.added()).isZero();
    // Twice since the last update: what was between is nowhere.
    ledger.write("access.log", lines(4, 5));
    assertThat(ledger.added()).isEqualTo(2);
    ledger.write("access.log", lines(6, 6));
    assertThat(ledger.added()).isEqualTo(1);
    assertHolds(1, 6);
  }

  @Test
  void logs_with_equal_content_part_when_they_differ() {
    ledger.write("a.log", lines(1, 2));
    ledger.write("b.log", lines(1, 2));
    assertThat(ledger.added()).isEqualTo(2);
    ledger.write("a.log", lines(1, 3));
    ledger.write("b.log", lines(1, 2) + lines(4, 4));
    // Of two that go on otherwise one is the known log; the other one is its own, with all lines.
    assertThat(ledger.added()).isEqualTo(4);
    assertThat(ledger.added()).isZero();
    assertThat(ledger.paths()).containsExactly("/p/1", "/p/1", "/p/2", "/p/2", "/p/3", "/p/4");
  }

  @Test
  void names_that_hurt_and_links_are_logs_as_others_are() throws IOException {
    List<String> names = List.of("a b.log", "a%20b.log", "c\nd.log", "{e}[f]*?.log", "é.log");
    for (int i = 0; i < names.size(); i++) {
      ledger.write(names.get(i), lines(2 * i + 1, 2 * i + 1));
    }
    Path elsewhere = LogFile.writeBytes(home.resolve("x.log"), lines(11, 12).getBytes(UTF_8));
    Files.createSymbolicLink(ledger.log("link.log"), elsewhere);
    assertThat(ledger.added()).isEqualTo(7);
    for (int i = 0; i < names.size(); i++) {
      ledger.write(names.get(i), lines(2 * i + 1, 2 * i + 2));
    }
    assertThat(ledger.added()).isEqualTo(5);
    assertThat(ledger.added()).isZero();
    assertHolds(1, 12);
  }

  @Test
  void headers_alone_are_left_until_there_is_a_record() {
    String headers =
        """
        #Software: Microsoft Internet Information Services 10.0
        #Version: 1.0
        #Fields: date time c-ip cs-method cs-uri-stem sc-status
        """;
    String record = "2012-06-01 00:00:0%d 10.0.0.1 GET /p/%d 200\n";
    ledger.write("ex1.log", headers + record.formatted(1, 1));
    assertThat(ledger.added()).isEqualTo(4);
    ledger.rename("ex1.log", "ex0.log");
    ledger.write("ex1.log", headers);
    ledger.write("access.log", "\n");
    assertThat(ledger.states())
        .containsExactly(
            "without a whole line 0 1 access.log",
            "known under another name 0 0 ex0.log",
            "without a whole line 0 %d ex1.log".formatted(headers.length()));
    assertThat(ledger.added()).isZero();
    ledger.write("ex1.log", headers + record.formatted(2, 2));
    ledger.write("access.log", "\n" + lines(3, 4));
    assertThat(ledger.added()).isEqualTo(7);
    assertHolds(1, 4);
  }

  @Test
  void a_name_that_two_logs_had_is_the_later_ones_also_when_all_is_made_up_anew()
      throws IOException {
    ledger.write("access.log", lines(1, 2));
    assertThat(ledger.added()).isEqualTo(2);
    ledger.rename("access.log", "access.log.1");
    ledger.write("access.log", lines(3, 4));
    assertThat(ledger.added()).isEqualTo(2);
    assertThat(CommandRun.of("compact", "--ledger", ledger.folder()).out()).startsWith("joined 2");
    Files.delete(ledger.folder().resolve("ledger.json"));
    ledger.delete("access.log");
    ledger.delete("access.log.1");
    ledger.write("other.log", lines(5, 5));
    assertThat(ledger.added()).isEqualTo(1);
    assertHolds(1, 5);
  }

  @Test
  void a_log_goes_on_within_the_line_that_a_packed_copy_ended_in() {
    String text = lines(1, 3);
    ledger.write("backup.log.gz", text.substring(0, text.length() - 20));
    assertThat(ledger.added()).isEqualTo(3);
    ledger.write("access.log", text);
    CommandRun run = ledger.update();
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .contains("its last line was entered without its end, since it came from a packed copy");
    ledger.delete("backup.log.gz");
    assertThat(ledger.added("--rebuild")).isEqualTo(3);
    assertThat(ledger.added()).isZero();
    assertHolds(1, 3);
  }

  @Test
  void a_log_of_one_line_is_known_though_a_packed_copy_or_a_final_update_took_it_without_its_end() {
    String line = lines(1, 1).stripTrailing();
    ledger.write("a.log.gz", line);
    ledger.write("b.log", line.replace("/p/1", "/p/4"));
    assertThat(ledger.added("--final")).isEqualTo(2);
    ledger.delete("a.log.gz");
    ledger.write("a.log", lines(1, 3));
    ledger.write("b.log", lines(4, 4));
    assertThat(ledger.added()).isEqualTo(2);
    assertHolds(1, 4);
  }

  @Test
  void many_logs_with_the_same_headers_are_told_apart_by_their_first_bytes() {
    String headers = "#Version: 1.0\n#Fields: date time c-ip cs-method cs-uri-stem sc-status\n";
    for (int i = 1; i <= 300; i++) {
      String record = "2012-06-01 00:00:00 10.0.0.1 GET /p/%d 200\n".formatted(i);
      ledger.write("ex%d.log".formatted(i), headers + record);
    }
    assertThat(ledger.added()).isEqualTo(900);
    assertThat(ledger.added()).isZero();
    assertHolds(1, 300);
  }

  @Test
  void a_ledger_among_its_logs_is_refused() {
    ledger.write("access.log", lines(1, 2));
    Path inside = ledger.log("kept");
    CommandRun run = CommandRun.of("update", "--ledger", inside, ledger.log("."));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("equals, contains or lies in").hasLineCount(1);
    assertThat(inside).doesNotExist();
  }

  @Test
  void a_first_update_that_finds_no_log_makes_no_folder() {
    Path folder = home.resolve("new");
    CommandRun run = CommandRun.of("update", "--ledger", folder, home.resolve("no.log"));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("no.log matches nothing");
    assertThat(folder).doesNotExist();
  }
}
