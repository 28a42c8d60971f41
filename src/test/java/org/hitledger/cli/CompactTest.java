package org.hitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hitledger.cli.KeptLedger.lines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.DuckDb;
import org.hitledger.testing.Full;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Segments that are joined hold what they held, for who reads, updates or counts. */
@Full
class CompactTest {
  @TempDir Path home;
  private KeptLedger ledger;

  @BeforeEach
  void make_three_segments() {
    ledger = new KeptLedger(home);
    ledger.write("access.log", lines(1, 5));
    assertThat(ledger.added()).isEqualTo(5);
    ledger.rename("access.log", "access.log.1");
    ledger.write("access.log", lines(11, 13) + "junk\n");
    assertThat(ledger.added("--rejects")).isEqualTo(4);
    ledger.write("access.log", lines(11, 13) + "junk\n" + lines(14, 14));
    assertThat(ledger.added("--rejects")).isEqualTo(1);
  }

  private CommandRun compact() {
    return CommandRun.of("compact", "--ledger", ledger.folder());
  }

  private List<String> segments() {
    try (var all = Files.list(ledger.folder().resolve("segments"))) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String sql(String query) {
    CommandRun run = CommandRun.of("sql", "--format", "csv", query, ledger.folder());
    assertThat(run.code()).as(run.err()).isZero();
    return run.out().replace("\r\n", "\n");
  }

  @Test
  void the_joined_one_has_all_rows_and_lines() {
    List<String> paths = ledger.paths();
    List<String> balance = ledger.balance();

    CommandRun run = compact();

    assertThat(run)
        .isEqualTo(
            new CommandRun(
                0,
                "joined 3 segments of file:%s into 000001-000003\n".formatted(ledger.folder()),
                ""));
    assertThat(segments()).containsExactly("000001-000003");
    assertThat(ledger.paths()).isEqualTo(paths).hasSize(9);
    assertThat(ledger.balance()).isEqualTo(balance);
    assertThat(
            DuckDb.rows(
                "SELECT line_number, outcome FROM '%s/segments/*/rejects/*.parquet'"
                    .formatted(ledger.folder())))
        .containsExactly("4\trejected/no_match");
    assertThat(sql("SELECT segment, logs, lines, counted FROM segments"))
        .isEqualTo("segment,logs,lines,counted\n000001-000003,3,10,9\n");
  }

  @Test
  void updates_and_further_joins_go_on_from_it() {
    compact();
    assertThat(ledger.added()).isZero();
    ledger.write("access.log", lines(11, 13) + "junk\n" + lines(14, 16));
    assertThat(ledger.added()).isEqualTo(2);
    assertThat(segments()).containsExactly("000001-000003", "000004");
    assertThat(compact().out()).endsWith(" into 000001-000004\n");
    assertThat(compact()).isEqualTo(new CommandRun(0, "", ""));
    assertThat(ledger.paths()).hasSize(11);
  }

  @Test
  void what_is_known_is_made_up_from_it() throws IOException {
    compact();
    Files.delete(ledger.folder().resolve("ledger.json"));
    assertThat(ledger.added()).isZero();
    assertThat(ledger.states()).containsExactly("known 0 0 access.log", "known 0 0 access.log.1");
  }

  @Test
  void while_the_others_are_still_there_they_are_not_read() throws IOException {
    Path first = ledger.folder().resolve("segments/000001");
    Path kept = home.resolve("kept");
    FileUtils.copyDirectory(first.toFile(), kept.toFile());
    compact();
    FileUtils.moveDirectory(kept.toFile(), first.toFile());

    assertThat(sql("SELECT count(*) AS n FROM hits")).isEqualTo("n\n9\n");
    CommandRun count =
        CommandRun.of(
            "count", "--section=all", "--top=1", "--format=tsv", "--from", ledger.folder());
    assertThat(count.out()).isEqualTo("1\t/p/1\n");
    assertThat(count.err()).startsWith("lines read                      10\n");
    assertThat(ledger.added()).isZero();
    assertThat(segments()).containsExactly("000001-000003");
  }
}
