package org.hitledger.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.hitledger.compression.Packing;
import org.hitledger.fault.InputFault;
import org.hitledger.testing.LogFile;
import org.hitledger.testing.Packer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which inputs are the same log twice, and what it costs to know. */
class SameContentTest extends InputFixture {
  private static final byte[] LOG = "one line and\nanother\n".repeat(500).getBytes(UTF_8);
  private static final byte[] OTHER = "one line and\nAnother\n".repeat(500).getBytes(UTF_8);

  private void put(String name, byte[] content) throws IOException {
    Files.createDirectories(folder.resolve("logs"));
    Files.write(folder.resolve("logs").resolve(name), content);
  }

  private String same() {
    return same(hadoop);
  }

  /** Groups as {@code a=b c=d}. */
  private String same(Configuration configuration) {
    Inputs found = find("logs");
    List<String> groups =
        SameContent.among(found, configuration).groups().stream()
            .map(group -> String.join("=", names(new Inputs(List.of(), group, List.of()))))
            .sorted()
            .toList();
    return String.join(" ", groups).replace("logs/", "");
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  private static byte[] stored(byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out =
        new GZIPOutputStream(bytes) {
          {
            def.setLevel(Deflater.NO_COMPRESSION);
          }
        }) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  @Test
  void a_log_its_gzip_and_a_copy_are_the_same() throws IOException {
    put("a.log", LOG);
    put("a.log.gz", Packer.gzip(LOG));
    put("b.log", LOG);
    put("c.log", OTHER);
    assertThat(same()).isEqualTo("a.log=a.log.gz=b.log");
  }

  @Test
  void gzip_at_another_level_is_the_same() throws IOException {
    put("a.gz", Packer.gzip(LOG));
    put("b.gz", stored(LOG));
    put("c.gz", stored(OTHER));
    assertThat(same()).isEqualTo("a.gz=b.gz");
  }

  @ParameterizedTest
  @EnumSource
  void copies_are_the_same_in_any_packing(Packing packing) throws IOException {
    put("a" + packing.suffix(), Packer.pack(packing, LOG));
    put("b" + packing.suffix(), Packer.pack(packing, LOG));
    put("c" + packing.suffix(), Packer.pack(packing, OTHER));
    assertThat(same()).isEqualTo("a%1$s=b%1$s".formatted(packing.suffix()));
  }

  @Test
  void several_members_are_compared_by_all_they_hold() throws IOException {
    byte[] last = Packer.gzip(LOG);
    put("a.gz", joined(Packer.gzip(OTHER), last));
    put("b.gz", joined(Packer.gzip(OTHER), last));
    put("c.gz", joined(Packer.gzip(LOG), last));
    put("d.gz", last);
    put("e.log", LOG);
    assertThat(same()).isEqualTo("a.gz=b.gz d.gz=e.log");
  }

  @Test
  void equal_lengths_and_starts_are_not_enough() throws IOException {
    byte[] differs = LOG.clone();
    differs[LOG.length - 2] ^= 1;
    put("a.log", LOG);
    put("b.log", differs);
    put("c.gz", Packer.gzip(differs));
    assertThat(same()).isEqualTo("b.log=c.gz");
  }

  @Test
  void trailers_that_lie_do_not_deceive() throws IOException {
    byte[] forged = stored(OTHER);
    byte[] honest = stored(LOG);
    System.arraycopy(honest, honest.length - 8, forged, forged.length - 8, 8);
    put("a.gz", honest);
    put("b.gz", forged);
    assertThat(same()).isEmpty();
  }

  @Test
  void empty_files_are_not_worth_a_note() throws IOException {
    for (String name : List.of("a", "b")) {
      put(name + ".log", new byte[0]);
      for (Packing packing : Packing.values()) {
        put(name + packing.suffix(), Packer.pack(packing, new byte[0]));
      }
    }
    assertThat(same()).isEmpty();
  }

  @Test
  void damaged_copies_are_the_same_and_equal_to_nothing_whole() throws IOException {
    byte[] damaged = Packer.gzip(LOG);
    damaged[damaged.length - 20] ^= 1;
    put("a.gz", damaged);
    put("b.gz", damaged);
    put("c.gz", Packer.gzip(LOG));
    put("d.log", LOG);
    assertThat(same()).isEqualTo("a.gz=b.gz c.gz=d.log");
  }

  @Test
  void another_packing_of_the_same_log_is_not_known() throws IOException {
    put("a.log", LOG);
    put("a.xz", Packer.xz(LOG));
    assertThat(same()).isEmpty();
  }

  @Test
  void different_logs_cost_a_trailer_each() throws IOException {
    for (int i = 0; i < 10; i++) {
      put(i + ".gz", Packer.gzip(Arrays.copyOf(LOG, LOG.length - i)));
      put(i + ".log", Arrays.copyOf(LOG, LOG.length - 100 - i));
    }
    Counting.OPENED.set(0);
    assertThat(same(localFiles(Counting.class))).isEmpty();
    assertThat(Counting.OPENED).hasValue(10);
  }

  /** Local files, and how many are opened. */
  public static final class Counting extends RawLocalFileSystem {
    static final AtomicInteger OPENED = new AtomicInteger();

    @Override
    public FSDataInputStream open(org.apache.hadoop.fs.Path path, int bufferSize)
        throws IOException {
      OPENED.incrementAndGet();
      return super.open(path, bufferSize);
    }
  }

  private void putTwoPairs() throws IOException {
    put("a.log", LOG);
    put("b.gz", Packer.gzip(LOG));
    put("c.log", OTHER);
    put("d.log", OTHER);
    put("e.log", new byte[] {'x'});
  }

  private Inputs applied(OnSameContent onSameContent) {
    Inputs found = find("logs");
    return SameContent.among(found, hadoop).appliedTo(found, onSameContent);
  }

  private String path(String name) {
    return "file:" + folder.resolve("logs").resolve(name);
  }

  @Test
  void count_keeps_all_and_notes_them() throws IOException {
    putTwoPairs();
    Inputs inputs = applied(OnSameContent.COUNT);
    assertThat(inputs.files()).hasSize(5);
    String note =
        "equal content, all of it counted: %s, %s; --same-content skip counts the first alone";
    assertThat(inputs.notes())
        .containsExactlyInAnyOrder(
            note.formatted(path("a.log"), path("b.gz")),
            note.formatted(path("c.log"), path("d.log")));
  }

  @Test
  void skip_keeps_the_first_and_notes_the_others() throws IOException {
    putTwoPairs();
    Inputs inputs = applied(OnSameContent.SKIP);
    assertThat(names(inputs)).containsExactly("logs/a.log", "logs/c.log", "logs/e.log");
    assertThat(inputs.notes())
        .containsExactlyInAnyOrder(
            "skipped %s: it has the content of %s".formatted(path("b.gz"), path("a.log")),
            "skipped %s: it has the content of %s".formatted(path("d.log"), path("c.log")));
  }

  @Test
  void fail_names_the_groups() throws IOException {
    putTwoPairs();
    assertThatThrownBy(() -> applied(OnSameContent.FAIL))
        .isInstanceOf(InputFault.class)
        .hasMessageStartingWith("inputs have equal content: ")
        .hasMessageContaining("%s, %s".formatted(path("a.log"), path("b.gz")))
        .hasMessageContaining("%s, %s".formatted(path("c.log"), path("d.log")))
        .hasMessageEndingWith("; name one of each alone, or choose --same-content skip or count");
  }

  @Test
  void many_groups_make_few_notes() {
    for (int i = 0; i < 25; i++) {
      byte[] log = "x".repeat(i + 1).getBytes(UTF_8);
      LogFile.writeBytes(folder.resolve("logs/a%d.log".formatted(i)), log);
      LogFile.writeBytes(folder.resolve("logs/b%d.log".formatted(i)), log);
    }
    List<String> notes = applied(OnSameContent.COUNT).notes();
    assertThat(notes).hasSize(21).last().isEqualTo("and so on, 25 in all");
  }
}
