package org.hitledger.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.hitledger.bench.Corpus.Part;
import org.hitledger.oracle.Oracle;
import org.hitledger.testing.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is measured on must be the same everywhere and each time. */
class CorpusTest {

  /** Whoever changes the recipe makes all earlier numbers incomparable, and should mean it. */
  @Test
  void the_recipe_is_the_one_that_published_numbers_are_of() {
    var crc = new CRC32();
    crc.update(lines(0, 1_000).toByteArray());
    assertThat(crc.getValue()).isEqualTo(1_311_437_987L);
  }

  @Test
  void the_number_of_threads_changes_no_byte(@TempDir Path temp) throws Exception {
    CorpusFolder one = CorpusFolder.in(temp.resolve("one"), Corpus.TINY, 1);
    CorpusFolder three = CorpusFolder.in(temp.resolve("three"), Corpus.TINY, 3);
    assertThat(contents(one)).isEqualTo(contents(three)).hasSize(3);
  }

  private static Map<String, String> contents(CorpusFolder corpus) throws IOException {
    var contents = new TreeMap<String, String>();
    for (Path file : corpus.files()) {
      contents.put(file.getFileName().toString(), Files.readString(file, ISO_8859_1));
    }
    return contents;
  }

  @Test
  void what_is_there_is_not_written_again(@TempDir Path temp) throws Exception {
    CorpusFolder first = CorpusFolder.in(temp, Corpus.TINY, 1);
    Path file = Files.writeString(first.files().get(0), "as it was");
    assertThat(CorpusFolder.in(temp, Corpus.TINY, 1)).isEqualTo(first);
    assertThat(file).hasContent("as it was");
  }

  @ParameterizedTest
  @EnumSource
  void files_hold_all_lines_once_in_their_order(Corpus corpus) {
    List<Part> parts = corpus.parts();
    int next = 0;
    for (Part part : parts) {
      assertThat(part.from()).isEqualTo(next);
      assertThat(part.to()).isGreaterThan(part.from());
      next = part.to();
    }
    assertThat((long) next * Block.LINES).isEqualTo(corpus.lines());
    assertThat(parts.stream().map(Part::name)).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "tiny, 3, 6000",
    "S, 11, 1710000",
    "L, 11, 12100000",
    "10xS, 110, 17100000",
    "L-10000, 10000, 12100000"
  })
  void corpora_have_these_sizes(String label, int files, long lines) {
    Corpus corpus = Corpus.labelled(label);
    assertThat(corpus.parts()).hasSize(files);
    assertThat(corpus.lines()).isEqualTo(lines);
  }

  @Test
  void another_name_is_refused() {
    assertThatThrownBy(() -> Corpus.labelled("XL"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no corpus is named 'XL'");
  }

  @Test
  void all_classes_occur_and_half_of_the_lines_count() {
    Oracle oracle = Oracle.withDefaults();
    Map<String, Long> classes =
        Arrays.stream(lines(0, 500).toString(US_ASCII).split("\n"))
            .map(line -> oracle.judge(line.getBytes(US_ASCII)).label())
            .collect(Collectors.groupingBy(label -> label, Collectors.counting()));
    assertThat(classes).containsOnlyKeys(Decision.LABELS);
    assertThat(classes.get("counted")).isBetween(22_500L, 27_500L);
  }

  private static ByteArrayOutputStream lines(int from, int to) {
    var bytes = new ByteArrayOutputStream();
    var site = new Site();
    for (int block = from; block < to; block++) {
      Block.write(site, block, bytes);
    }
    return bytes;
  }
}
