package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.hitledger.oracle.Oracle;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.ExpectedHits;
import org.hitledger.testing.Full;
import org.hitledger.testing.HitTable;
import org.hitledger.testing.ResultTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of the logs of real servers, which are read where they lie beside the project. */
@Full
class HitsOnRealLogsTest {
  private static final Path LOGS = Path.of("../shared/logs");

  @Test
  void the_rows_are_the_oracles_to_the_letter(@TempDir Path folder) throws IOException {
    assumeTrue(Files.isDirectory(LOGS), "no real logs at " + LOGS);
    var expected =
        new ExpectedHits(
            new Oracle("presentations", Oracle.defaultNames(), Oracle.defaultExtensions()));
    try (Stream<Path> files = Files.list(LOGS)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".gz")).toList()) {
        expected.add("file:" + file.toRealPath(), lines(file));
      }
    }
    Path results = folder.resolve("results");
    CommandRun run =
        CommandRun.of(
            "hits",
            "--log-format=combined",
            "--section=presentations",
            "--output",
            results,
            LOGS.toRealPath());
    assertThat(run.code()).as(run.err()).isZero();
    expected.requireSameRows(new HitTable(results));
    assertThat(new ResultTables(results).balance()).isEqualTo(expected.lines().balance());
  }

  private static List<byte[]> lines(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      String text = new String(in.readAllBytes(), ISO_8859_1);
      return Stream.of(text.split("\n")).map(line -> line.getBytes(ISO_8859_1)).toList();
    }
  }
}
