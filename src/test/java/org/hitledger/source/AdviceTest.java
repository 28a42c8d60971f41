package org.hitledger.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.hitledger.compression.ForeignContent;
import org.hitledger.compression.Members;
import org.hitledger.compression.Packing;
import org.hitledger.fault.InputFault;
import org.hitledger.testing.Foreign;
import org.hitledger.testing.Packer;
import org.hitledger.testing.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not read is refused by its name, and what is advised is done, by a shell. */
class AdviceTest extends InputFixture {
  private static final byte[] LOG = "1.2.3.4 - - one line\n".repeat(40).getBytes(UTF_8);
  private static final int TWICE = 80;

  private Path put(String name, byte[] content) throws IOException {
    Path file = folder.resolve("logs").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }

  private String refusal() {
    return catchThrowableOfType(InputFault.class, () -> find("logs")).getMessage();
  }

  private long lines() throws IOException {
    long lines = 0;
    for (InputFile file : find("logs").files()) {
      lines += new String(unpacked(Path.of(file.path().toUri().getPath())), UTF_8).lines().count();
    }
    return lines;
  }

  private static byte[] unpacked(Path file) throws IOException {
    Optional<Packing> packing = Packing.ofName(file.getFileName().toString());
    if (packing.isEmpty()) {
      return Files.readAllBytes(file);
    }
    var bytes = new ByteArrayOutputStream();
    try (InputStream in = Files.newInputStream(file);
        var members = new Members(packing.get(), in, 1 << 16)) {
      byte[] buffer = new byte[1 << 16];
      for (int n = members.read(buffer, 0, buffer.length);
          n > 0;
          n = members.read(buffer, 0, buffer.length)) {
        bytes.write(buffer, 0, n);
      }
    }
    return bytes.toByteArray();
  }

  static Stream<Arguments> foreignAndPacked() {
    return Arrays.stream(Foreign.values())
        .flatMap(
            foreign ->
                Stream.of(Packing.GZIP, Packing.ZSTD).map(packing -> arguments(foreign, packing)));
  }

  @ParameterizedTest
  @EnumSource
  void foreign_content_is_refused_and_the_advice_makes_lines_of_it(Foreign foreign)
      throws IOException {
    assumeTrue(Shell.has(foreign.command()));
    byte[] content = foreign.of(LOG);
    Path file = put("a.log", content);

    String refusal = refusal();
    assertThat(refusal).startsWith("file:" + file + " is ").contains(", which is not read; unpack");
    Shell.follow(refusal);

    assertThat(lines()).isEqualTo(TWICE);
    assertThat(folder.resolve("logs/a.log.d/_a.log")).hasBinaryContent(content);
  }

  @ParameterizedTest
  @MethodSource("foreignAndPacked")
  void foreign_content_is_found_in_packed_files(Foreign foreign, Packing packing)
      throws IOException {
    assumeTrue(Shell.has(foreign.command()) && Shell.has(packing.toString()));
    Path file = put("a.log" + packing.suffix(), foreign.in(packing, LOG));

    String refusal = refusal();
    assertThat(refusal).startsWith("file:%s is %s that holds ".formatted(file, packing));
    Shell.follow(refusal);

    assertThat(lines()).isEqualTo(TWICE);
  }

  @ParameterizedTest
  @CsvSource({
    "a.tgz, GZIP",
    "a.tar, GZIP",
    "a.tar.bz2, BZIP2",
    "a.tbz2, BZIP2",
    "a.tar.xz, XZ",
    "a.txz, XZ"
  })
  void archives_are_told_by_name_where_it_would_take_long_to_look(String name, Packing packing)
      throws IOException {
    assumeTrue(Shell.has("tar") && Shell.has(packing.toString()));
    Path file = put(name, Foreign.TAR.in(packing, LOG));

    String refusal = refusal();
    assertThat(refusal)
        .startsWith(
            "file:%s is %s that holds a tar archive, which is not".formatted(file, packing));
    Shell.follow(refusal);

    assertThat(lines()).isEqualTo(TWICE);
  }

  @Test
  void archives_in_lz4_are_unpacked_to_their_files() throws IOException {
    assumeTrue(Shell.has("tar") && Shell.has("lz4"));
    var bytes = new ByteArrayOutputStream();
    try (var lz4 = new FramedLZ4CompressorOutputStream(bytes)) {
      lz4.write(Foreign.TAR.of(LOG));
    }
    put("a.tar.lz4", bytes.toByteArray());

    Shell.follow(refusal());

    assertThat(lines()).isEqualTo(TWICE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "it's.zip",
        "a b.zip",
        "a[1].zip",
        "a*.zip",
        "$(id).zip",
        "-a.zip",
        "10:15.zip",
        "\"a\".zip",
        "a\\b.zip",
        "größe.zip",
        "a'; touch FORGED; 'b.zip"
      })
  void advice_fits_hostile_names(String name) throws IOException {
    assumeTrue(Shell.has("unzip"));
    put(name, Foreign.ZIP.of(LOG));
    put("a1.zip.d/a1.log", new byte[0]);

    Shell.follow(refusal());

    assertThat(lines()).isEqualTo(TWICE);
    assertThat(Path.of("/FORGED")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource
  void what_is_packed_twice_is_unpacked_once(Packing packing) throws IOException {
    assumeTrue(Shell.has("gzip"));
    put("a.gz", Packer.gzip(Packer.pack(packing, LOG)));

    String refusal = refusal();
    assertThat(refusal).contains(" is gzip that holds %s again".formatted(packing));
    Shell.follow(refusal);

    assertThat(lines()).isEqualTo(TWICE / 2);
  }

  @ParameterizedTest
  @EnumSource
  void what_is_packed_and_not_named_so_is_renamed(Packing packing) throws IOException {
    put("access.log.2", Packer.pack(packing, LOG));
    put("access.log.2" + packing.suffix(), Packer.pack(packing, LOG));

    String refusal = refusal();
    assertThat(refusal).contains(" is %s, but its name does not end with ".formatted(packing));
    Shell.follow(refusal);

    assertThat(lines()).isEqualTo(TWICE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.gz", "a.bz2", "a.zst", "a.xz", "a.zip", "a.tar", "a.lz4", "a.snappy"})
  void text_that_is_named_as_if_packed_is_renamed(String name) throws IOException {
    put(name, LOG);

    String refusal = refusal();
    assertThat(refusal).contains(" is named " + name.substring(1));
    Shell.follow(refusal.replaceAll("; if not, .*", ""));

    assertThat(lines()).isEqualTo(TWICE / 2);
  }

  @Test
  void what_only_hadoop_unpacks_is_unpacked_by_hadoop() throws IOException {
    Path file = put("a.snappy", new byte[] {1, 2, 3});

    assertThat(refusal())
        .contains(
            "; if not, unpack it: mkdir '%1$s.d' && hadoop fs -text 'file://%1$s' > "
                .formatted(file));
  }

  @Test
  void old_archives_without_a_magic_are_known_by_their_checksum() throws IOException {
    byte[] tar = Foreign.TAR.of(LOG);
    int magic = 257;
    int sum = 0;
    for (int i = magic; i < magic + 8; i++) {
      sum += tar[i];
      tar[i] = 0;
    }
    byte[] head = Arrays.copyOf(tar, ForeignContent.HEAD);
    int checksum = Integer.parseInt(new String(head, 148, 6, UTF_8).strip(), 8) - sum;
    System.arraycopy("%06o".formatted(checksum).getBytes(UTF_8), 0, head, 148, 6);

    assertThat(ForeignContent.of(head)).contains(ForeignContent.TAR);
  }

  @Test
  void lines_may_look_like_the_start_of_something_else() {
    List<String> lines =
        List.of("BZh.example.org - - x", "PK - - x", "x".repeat(257) + "ustar" + "x".repeat(300));

    assertThat(lines)
        .allSatisfy(
            line -> {
              byte[] head = Arrays.copyOf(line.getBytes(UTF_8), Math.min(line.length(), 512));
              assertThat(ForeignContent.of(head)).isEmpty();
              assertThat(Packing.ofContent(head)).isEmpty();
            });
  }
}
