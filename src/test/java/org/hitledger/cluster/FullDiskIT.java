package org.hitledger.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hitledger.testing.DuckDb;
import org.hitledger.testing.Full;
import org.hitledger.testing.LogFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up while results are written: a file system in memory, of 400 KiB. */
@Full
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FullDiskIT {
  private static final String HIT =
      "1.2.3.4 - - [01/Jun/2012:22:17:55 -0400] \"GET /book/%s HTTP/1.1\" 200 5 \"-\" \"x\"";

  /** In a name space of its own, where whoever tests may mount. What is left is copied out. */
  private static final String SCRIPT =
      """
      mount -t tmpfs -o size=400k tmpfs "$1/disk" || exit 99
      ./submit.sh count --output "$1/disk/results" "$1/small.gz" >"$1/out" 2>"$1/err" || exit 98
      ./submit.sh count --overwrite --output "$1/disk/results" "$1/large.gz" >"$1/out" 2>"$1/err"
      code=$?
      ls -A "$1/disk" >"$1/left"
      cp -r "$1/disk/results" "$1/copy"
      exit $code
      """;

  @TempDir Path folder;

  @Test
  void older_results_stay_and_nothing_else() throws Exception {
    LogFile.writeBytes(folder.resolve("small.gz"), (HIT.formatted("old") + "\n").getBytes(UTF_8));
    LogFile.write(
        folder.resolve("large.gz"),
        IntStream.range(0, 60_000)
            .mapToObj(i -> HIT.formatted(Long.toHexString(i * 0x9E3779B97F4A7C15L)).getBytes(UTF_8))
            .toList());
    Files.createDirectory(folder.resolve("disk"));

    int code = run(SCRIPT);

    assertThat(code).isEqualTo(5);
    assertThat(folder.resolve("out")).isEmptyFile();
    assertThat(folder.resolve("err"))
        .hasContent(
            "hitledger: the results could not be written: No space left on device;"
                + " older results are untouched");
    assertThat(folder.resolve("left")).hasContent("results");
    assertThat(Results.in(folder.resolve("copy")).pathCounts()).containsExactly("1\t/book/old");
  }

  /** The smallest files and folders take one too. */
  @Test
  void without_an_inode_left_it_is_the_same() throws Exception {
    LogFile.writeBytes(folder.resolve("small.gz"), (HIT.formatted("old") + "\n").getBytes(UTF_8));
    LogFile.writeBytes(folder.resolve("large.gz"), (HIT.formatted("new") + "\n").getBytes(UTF_8));
    Files.createDirectory(folder.resolve("disk"));

    int code = run(SCRIPT.replace("size=400k", "size=400k,nr_inodes=12"));

    assertThat(code).isEqualTo(5);
    assertThat(folder.resolve("out")).isEmptyFile();
    assertThat(folder.resolve("err"))
        .content()
        .startsWith("hitledger: the results could not be written: ")
        .endsWith("; older results are untouched\n")
        .hasLineCount(1);
    assertThat(folder.resolve("left")).hasContent("results");
    assertThat(Results.in(folder.resolve("copy")).pathCounts()).containsExactly("1\t/book/old");
  }

  /** With a disk that has room for a ledger of one line, and later for all. */
  private static final String UPDATE_SCRIPT =
      """
      mount -t tmpfs -o size=400k tmpfs "$1/disk" || exit 99
      ledger="$1/disk/ledger"
      update() { ./submit.sh update --ledger "$ledger" "$1/logs" >"$1/out" 2>"$1/err"; }
      mkdir "$1/logs" && cp "$1/small.gz" "$1/logs" || exit 98
      update "$1" || exit 97
      find "$ledger" -type f ! -name .lock -exec sha256sum {} + | sort >"$1/before"
      cp "$1/large.gz" "$1/logs"
      update "$1"
      code=$?
      find "$ledger" -type f ! -name .lock -exec sha256sum {} + | sort >"$1/after"
      ls -A "$ledger" >"$1/left"
      cp "$1/out" "$1/full.out" && cp "$1/err" "$1/full.err"
      mount -o remount,size=50m "$1/disk" && update "$1" || exit 96
      cp -r "$ledger" "$1/copy"
      exit $code
      """;

  @Test
  void an_update_leaves_its_ledger_as_it_was_and_with_room_again_the_next_one_converges()
      throws Exception {
    LogFile.writeBytes(folder.resolve("small.gz"), (HIT.formatted("old") + "\n").getBytes(UTF_8));
    LogFile.write(
        folder.resolve("large.gz"),
        IntStream.range(0, 60_000)
            .mapToObj(i -> HIT.formatted(Long.toHexString(i * 0x9E3779B97F4A7C15L)).getBytes(UTF_8))
            .toList());
    Files.createDirectory(folder.resolve("disk"));

    assertThat(run(UPDATE_SCRIPT)).isEqualTo(5);

    assertThat(folder.resolve("full.out")).isEmptyFile();
    assertThat(folder.resolve("full.err"))
        .content()
        .startsWith("hitledger: ")
        .contains("No space left on device")
        .hasLineCount(1);
    assertThat(folder.resolve("left")).content().isEqualTo(".lock\nledger.json\nsegments\n");
    assertThat(folder.resolve("before")).content().isNotEmpty();
    assertThat(folder.resolve("after")).hasSameTextualContentAs(folder.resolve("before"));
    assertThat(folder.resolve("out"))
        .content()
        .startsWith("added 60,000 lines (logs: 1, counted: 60,000) to ")
        .endsWith(" as segment 000002\n");
    assertThat(
            DuckDb.rows(
                "SELECT count(*), count(DISTINCT path), count(*) FILTER (path = '/book/old') FROM '%s/copy/segments/*/hits/*/*.parquet'"
                    .formatted(folder)))
        .containsExactly("60001\t60001\t1");
  }

  private int run(String script) throws Exception {
    return new ProcessBuilder("unshare", "-rm", "sh", "-c", script, "sh", folder.toString())
        .inheritIO()
        .start()
        .waitFor();
  }

  @Test
  void so_does_standard_output() throws Exception {
    Path log = folder.resolve("small.gz");
    LogFile.writeBytes(log, (HIT.formatted("x") + "\n").getBytes(UTF_8));
    Path results = folder.resolve("results");
    int code =
        new ProcessBuilder("./submit.sh", "count", "--output", results.toString(), log.toString())
            .redirectOutput(Path.of("/dev/full").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start()
            .waitFor();
    assertThat(code).isEqualTo(5);
    assertThat(folder.resolve("err"))
        .content()
        .endsWith(
            "hitledger: standard output could not be written to its end;"
                + " is there space where it goes?\n");
    assertThat(results).doesNotExist();
  }
}
