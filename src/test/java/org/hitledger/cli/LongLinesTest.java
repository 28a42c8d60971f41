package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.Full;
import org.hitledger.testing.LogFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A line longer than the limit is one rejected line, and costs its neighbours nothing. */
@Full
class LongLinesTest {
  private static final String HIT =
      "1.2.3.4 - - [01/Jun/2012:22:17:55 -0400] \"GET /book/x HTTP/1.1\" 200 5 \"-\" \"x\"";
  private static final int DEFAULT = 1 << 20;

  @TempDir Path folder;

  private CommandRun count(String name, String text, Object... options) {
    Path file = LogFile.writeBytes(folder.resolve(name), text.getBytes(ISO_8859_1));
    Object[] words = new Object[options.length + 3];
    System.arraycopy(options, 0, words, 3, options.length);
    words[0] = "count";
    words[1] = "--format=tsv";
    words[2] = file;
    CommandRun run = CommandRun.of(words);
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  private static void assertLines(CommandRun run, String outcome, int lines) {
    assertThat(run.err()).containsPattern("(?m)^ *" + outcome + " +" + lines + "$");
  }

  private static String hitOf(int bytes) {
    return HIT.substring(0, HIT.length() - 1) + "y".repeat(bytes - HIT.length()) + '"';
  }

  @ParameterizedTest
  @CsvSource({
    "a.gz, 0",
    "a.gz, 1",
    "a.gz, 5",
    "a.gz, 6",
    "a.gz, 100000",
    "a.bz2, 6",
    "a.zst, 6",
    "a.xz, 6",
    "a.log, 0",
    "a.log, 1"
  })
  void the_limit_counts_the_bytes_before_the_lines_end(String name, int over) {
    for (String end : new String[] {"\n", "\r\n"}) {
      CommandRun run = count(name, HIT + end + hitOf(DEFAULT + over) + end + HIT + end);
      assertThat(run.out()).isEqualTo((over == 0 ? 3 : 2) + "\t/book/x\n");
      assertLines(run, "rejected/too_long", over == 0 ? 0 : 1);
      assertLines(run, "lines read", 3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.gz", "a.log"})
  void a_byte_order_mark_does_not_count(String name) {
    String mark = "\u00ef\u00bb\u00bf";
    CommandRun run = count(name, mark + HIT + "\r\n", "--max-line-bytes", HIT.length());
    assertThat(run.out()).isEqualTo("1\t/book/x\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.gz", "a.bz2", "a.zst", "a.xz", "a.log"})
  void every_line_may_be_too_long(String name) {
    String text = "\n" + HIT + "\n" + "z\n" + "zz\n" + HIT;
    CommandRun run = count(name, text, "--max-line-bytes", 1, "--log-format", "combined");
    assertThat(run.out()).isEmpty();
    assertLines(run, "lines read", 5);
    assertLines(run, "rejected/too_long", 3);
    assertLines(run, "rejected/no_match", 1);
    assertLines(run, "blank", 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.gz", "a.bz2", "a.zst", "a.xz"})
  void a_last_line_without_end_may_be_too_long(String name) {
    CommandRun run = count(name, HIT + "\n" + hitOf(3 * DEFAULT));
    assertThat(run.out()).isEqualTo("1\t/book/x\n");
    assertLines(run, "rejected/too_long", 1);
  }
}
