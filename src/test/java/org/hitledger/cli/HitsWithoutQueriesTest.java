package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hitledger.oracle.HitLines;
import org.hitledger.oracle.Oracle;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.DuckDb;
import org.hitledger.testing.ExpectedHits;
import org.hitledger.testing.Full;
import org.hitledger.testing.HitTable;
import org.hitledger.testing.LogFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was handed over in queries is nowhere in a table that was made without them. */
@Full
class HitsWithoutQueriesTest {
  private static final int LINES = 3_000;

  @TempDir Path folder;

  private Path run(List<byte[]> lines, ExpectedHits expected) {
    Path log = LogFile.write(folder.resolve("a.gz"), lines);
    expected.add("file:" + log, lines);
    Path results = folder.resolve("results");
    CommandRun run = CommandRun.of("hits", "--drop-query", "--output", results, log);
    assertThat(run.code()).as(run.err()).isZero();
    return results;
  }

  @Test
  void no_secret_of_a_query_is_in_any_column_and_a_fragment_stays() {
    List<byte[]> lines =
        Stream.of(
                "/book/a?t=SECRET",
                "/book/b?t=SECRET#kept",
                "/book/c;p?t=SECRET",
                "/book/d?SECRET?SECRET",
                "/book/e?a SECRET b#kept c",
                "/book/f#kept?kept",
                "/book/g?",
                "/book/h?SECRET#",
                "?SECRET",
                "http://h?SECRET/a;b#kept",
                "//h?SECRET",
                "?SECRET#?kept")
            .flatMap(text -> Stream.of(line(text, text), line("/x", "http://[" + text)))
            .map(line -> line.getBytes(UTF_8))
            .toList();
    var expected = new ExpectedHits(Oracle.withDefaults());
    Path results = run(lines, expected);
    assertThat(DuckDb.records("SELECT * FROM " + new HitTable(results).from()))
        .hasSize(lines.size())
        .allSatisfy(row -> assertThat(row.toString()).doesNotContain("SECRET", "query="));
    assertThat(
            DuckDb.rows(
                "SELECT target, referer FROM %s WHERE path = '/book/b' OR path = '/book/e' ORDER BY 1"
                    .formatted(new HitTable(results).from())))
        .containsExactly("/book/b#kept\t/book/b#kept", "/book/e#kept c\t/book/e#kept c");
    expected.requireSameRows(new HitTable(results), HitsWithoutQueriesTest::withoutQueries);
  }

  private static String line(String target, String referer) {
    return "h - - [01/Jun/2012:22:17:55 -0400] \"GET %s HTTP/1.1\" 200 5 \"%s\" \"x\""
        .formatted(target, referer);
  }

  @Test
  void all_else_is_what_it_is_with_queries() {
    long seed = Long.getLong("hitledger.seed", System.nanoTime());
    System.out.println("HitsWithoutQueriesTest: -Dhitledger.seed=" + seed);
    var expected = new ExpectedHits(Oracle.withDefaults());
    List<byte[]> lines = new ArrayList<>();
    Stream.generate(new HitLines(seed)::next).limit(LINES).forEach(lines::add);
    expected.requireSameRows(
        new HitTable(run(lines, expected)), HitsWithoutQueriesTest::withoutQueries);
  }

  private static Map<String, String> withoutQueries(Map<String, String> row) {
    var copy = new LinkedHashMap<>(row);
    copy.remove("query");
    copy.remove("request");
    copy.remove("referer_query");
    Stream.of("target", "referer")
        .forEach(name -> copy.computeIfPresent(name, (column, text) -> withoutQuery(text)));
    return copy;
  }

  private static String withoutQuery(String text) {
    return text.replaceFirst("\\A([^?#]*)\\?[^#]*", "$1");
  }
}
