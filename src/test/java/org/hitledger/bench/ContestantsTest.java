package org.hitledger.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.hitledger.bench.Contestant.Measurement;
import org.hitledger.logformat.Combined;
import org.hitledger.oracle.Oracle;
import org.hitledger.rules.Counted;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.PathRules;
import org.hitledger.testing.Expected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Those that the job is compared with give the right answer, too, and so does what is measured. */
class ContestantsTest {
  /**
   * Of each fifty targets one is odd, which can take a hit from one path and give it to another.
   */
  private static final long MOST_OFF = 2 * Corpus.TINY.lines() / 50;

  @Test
  void the_others_count_what_the_oracle_counts(@TempDir Path temp) throws Exception {
    CorpusFolder corpus = CorpusFolder.in(temp, Corpus.TINY, 2);
    List<String> expected = expected(corpus);
    List<Contestant> others =
        Stream.concat(
                Stream.of(DuckDbRun.strict(2), new FloorRun(2)), AwkRun.ifInstalled(2).stream())
            .toList();
    for (Contestant other : others) {
      Path out = temp.resolve(other.label());
      Measurement cost = other.count(corpus, out);
      assertThat(Files.readAllLines(out))
          .as(other.about())
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(cost.seconds()).isPositive();
    }
  }

  @Test
  void what_is_quick_to_write_runs_and_is_told_to_be_inexact(@TempDir Path temp) throws Exception {
    CorpusFolder corpus = CorpusFolder.in(temp, Corpus.TINY, 2);
    var agreement = new Agreement();
    agreement.add(Corpus.TINY, new FloorRun(2), expected(corpus));
    for (Contestant quick : List.of(DuckDbRun.brief(2), TableRun.duckDb(2))) {
      Path out = temp.resolve(quick.label());
      assertThat(quick.count(corpus, out).seconds()).isPositive();
      assertThat(quick.isExact()).isFalse();
      assertThat(quick.about()).contains("not exact");
      agreement.add(Corpus.TINY, quick, Files.readAllLines(out));
      assertThat(agreement.hitsOff(Corpus.TINY, quick.label()).orElseThrow())
          .as(quick.label())
          .isPositive()
          .isLessThan(MOST_OFF);
    }
  }

  @Test
  void tables_are_weighed_and_do_not_stay(@TempDir Path temp) throws Exception {
    CorpusFolder corpus = CorpusFolder.in(temp, Corpus.TINY, 2);
    Measurement cost = TableRun.duckDb(2).count(corpus, temp.resolve("out"));
    assertThat(cost.tableBytes()).isPositive();
    assertThat(temp).isDirectoryNotContaining("glob:**.table-*");
  }

  private static List<String> expected(CorpusFolder corpus) throws IOException {
    var expected = new Expected(Oracle.withDefaults());
    for (Path file : corpus.files()) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        String text = new String(in.readAllBytes(), US_ASCII);
        expected.add(
            file.toString(),
            Arrays.stream(text.split("\n")).map(line -> line.getBytes(US_ASCII)).toList());
      }
    }
    return expected.tsv().lines().toList();
  }

  @ParameterizedTest
  @EnumSource
  void what_is_benchmarked_is_right(SampleLines lines) {
    Oracle oracle = Oracle.withDefaults();
    var classifier =
        new LineClassifier(
            new PathRules(
                Oracle.defaultSection(), Oracle.defaultNames(), Oracle.defaultExtensions()));
    for (byte[] line : lines.make()) {
      Oracle.Judgement expected = oracle.judge(line);
      var verdict = classifier.classify(line, Combined.COMBINED.reader());
      assertThat(verdict.outcome().label()).isEqualTo(expected.label());
      if (verdict instanceof Counted counted) {
        assertThat(new String(counted.path(), UTF_8)).isEqualTo(expected.path());
      }
    }
  }
}
