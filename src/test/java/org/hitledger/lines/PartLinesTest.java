package org.hitledger.lines;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.hitledger.compression.DamageException;
import org.hitledger.compression.Defect;
import org.hitledger.compression.OnDamage;
import org.hitledger.source.InputFinder;
import org.hitledger.testing.Cases;
import org.hitledger.testing.LogFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines, whatever file they are in and wherever it is cut. */
class PartLinesTest {
  private static final Configuration HADOOP = new Configuration();
  private static final int LIMIT = 20;

  @TempDir Path folder;

  private FilePart part(String name, String text) {
    Path file = LogFile.writeBytes(folder.resolve(name), text.getBytes(ISO_8859_1));
    return FilePart.whole(InputFinder.find(List.of(file.toString()), HADOOP).files().get(0));
  }

  private static List<String> lines(FilePart part) {
    List<String> lines = new ArrayList<>();
    try (var reading = PartLines.open(part, LIMIT, OnDamage.SALVAGE, HADOOP)) {
      Optional<LogLine> line = reading.next();
      while (line.isPresent()) {
        lines.add(
            new String(line.get().bytes(), ISO_8859_1)
                + (line.get() instanceof LogLine.Cut cut
                    ? " <" + cut.defect().defect() + ">"
                    : ""));
        line = reading.next();
      }
      assertThat(reading.next()).isEmpty();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return lines;
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.log", "a.gz", "a.bz2", "a.zst", "a.xz"})
  void a_record_ends_at_lf_or_at_the_end_of_its_file(String name) {
    assertThat(lines(part(name, "a\n\nb\r\nc\rd\n\u0000")))
        .containsExactly("a", "", "b\r", "c\rd", "\0");
    assertThat(lines(part("2" + name, "a\n"))).containsExactly("a");
    assertThat(lines(part("3" + name, ""))).isEmpty();
    assertThat(lines(part("4" + name, "\n"))).containsExactly("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.log", "a.gz"})
  void a_byte_order_mark_is_dropped_at_the_start_alone(String name) {
    String mark = "\u00ef\u00bb\u00bf";
    assertThat(lines(part(name, mark + "a\n" + mark + "b"))).containsExactly("a", mark + "b");
    assertThat(lines(part("2" + name, "\u00ef\u00bb"))).containsExactly("\u00ef\u00bb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.log", "a.gz"})
  void a_long_line_shows_that_it_is_one(String name) {
    String most = "x".repeat(LIMIT);
    assertThat(lines(part(name, most + "\r\n" + most + "yyy\n" + "z".repeat(1 << 20) + "\nend")))
        .containsExactly(most + "\r", most + "yy", "z".repeat(LIMIT + 2), "end");
  }

  @Test
  void each_line_is_in_one_part_however_the_file_is_cut() throws IOException {
    long seed = Long.getLong("hitledger.seed", System.nanoTime());
    System.out.println("PartLinesTest: -Dhitledger.seed=" + seed);
    var random = new SplittableRandom(seed);
    for (int i = 0; i < Cases.LINES_OF_A_DUEL.count() / 500; i++) {
      String text = text(random);
      FilePart whole = part("r%d.log".formatted(i), text);
      List<String> expected = Arrays.asList(text.split("\n", -1));
      if (expected.get(expected.size() - 1).isEmpty()) {
        expected = expected.subList(0, expected.size() - 1);
      }
      int size = 1 + random.nextInt(12);
      List<String> found = new ArrayList<>();
      long ends = 0;
      for (FilePart part : cut(whole, size)) {
        List<String> lines = lines(part);
        if (!part.isNumbered() && !lines.isEmpty()) {
          assertThat(ends + 1).as("lines before %s of %s", part, text).isEqualTo(found.size());
        }
        found.addAll(lines);
        ends += LineEnds.count(part, HADOOP);
      }
      assertThat(found).as("%s in parts of %d", text, size).isEqualTo(expected);
    }
  }

  private static List<FilePart> cut(FilePart whole, int size) {
    return Stream.iterate(0L, from -> from < whole.fileLength(), from -> from + size)
        .map(from -> whole.between(from, Math.min(from + size, whole.fileLength())))
        .toList();
  }

  private static String text(SplittableRandom random) {
    var text = new StringBuilder();
    int length = random.nextInt(60);
    for (int i = 0; i < length; i++) {
      text.append("ab\n\r".charAt(random.nextInt(4)));
    }
    return text.toString().replaceAll("([^\n]{%d})".formatted(LIMIT), "$1\n");
  }

  @Test
  void what_stands_before_a_damage_is_told_apart() throws IOException {
    byte[] packed = LogFile.gzip("one\ntwo\nthree\n".getBytes(ISO_8859_1));
    Path file =
        LogFile.writeRaw(folder.resolve("cut.gz"), Arrays.copyOf(packed, packed.length - 9));
    FilePart part =
        FilePart.whole(InputFinder.find(List.of(file.toString()), HADOOP).files().get(0));
    List<String> lines = lines(part);
    assertThat(lines)
        .startsWith("one", "two")
        .last()
        .asString()
        .endsWith("<" + Defect.TRUNCATED + ">");

    assertThatThrownBy(
            () -> {
              try (var reading = PartLines.open(part, LIMIT, OnDamage.FAIL, HADOOP)) {
                while (reading.next().isPresent()) {}
              }
            })
        .isInstanceOf(DamageException.class);
  }

  @Test
  void a_damage_in_the_first_bytes_leaves_what_could_be_read() throws IOException {
    byte[] packed = LogFile.gzip("ab".getBytes(ISO_8859_1));
    Path file = LogFile.writeRaw(folder.resolve("a.gz"), Arrays.copyOf(packed, packed.length - 1));
    FilePart part =
        FilePart.whole(InputFinder.find(List.of(file.toString()), HADOOP).files().get(0));
    assertThat(lines(part)).containsExactly("ab <" + Defect.TRUNCATED + ">");
  }

  @Test
  void what_is_written_later_is_not_read() throws IOException {
    FilePart part = part("a.log", "one\ntw");
    Files.writeString(folder.resolve("a.log"), "one\ntwo\nthree\n");
    assertThat(lines(part)).containsExactly("one", "tw");
  }
}
