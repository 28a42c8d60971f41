package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hitledger.compression.Packing;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.Foreign;
import org.hitledger.testing.Full;
import org.hitledger.testing.LogFile;
import org.hitledger.testing.Packer;
import org.hitledger.testing.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** All packings count alike; what is in them and cannot be counted is refused, with good advice. */
class PackedInputsTest {
  private static final String HIT =
      "1.2.3.4 - - [01/Jun/2012:22:17:55 -0400] \"GET /book/x HTTP/1.1\" 200 5 \"-\" \"x\"\n";
  private static final int HITS = 30;

  @TempDir Path folder;

  private static byte[] log(int hits) {
    return HIT.repeat(hits).getBytes(UTF_8);
  }

  private void assertCounts(int hits) {
    CommandRun run = CommandRun.of("count", "--format=tsv", folder.resolve("logs"));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(hits + "\t/book/x\n");
    assertThat(run.err()).containsPattern("(?m)^lines read +%,d$".formatted(hits));
  }

  private Path put(String name, byte[] content) throws IOException {
    Files.createDirectories(folder.resolve("logs"));
    return LogFile.writeRaw(folder.resolve("logs").resolve(name), content);
  }

  @Test
  void all_packings_are_read_side_by_side() throws IOException {
    put("plain.log", log(1_000));
    for (Packing packing : Packing.values()) {
      put("a" + packing.suffix(), Packer.pack(packing, log(10_000)));
    }
    assertCounts(41_000);
  }

  /** What it should have been: a file as the command makes it, of several blocks and members. */
  @ParameterizedTest
  @EnumSource
  void files_of_the_commands_are_read(Packing packing) throws IOException {
    assumeTrue(Shell.has(packing.toString()));
    Path log = put("a.log", log(20_000));
    String pack = "%1$s -c < %2$s >> %2$s%3$s".formatted(packing, log, packing.suffix());
    Shell.Done done = Shell.run(folder, pack + " && " + pack + " && rm " + log);
    assertThat(done.output()).isEmpty();
    assertCounts(40_000);
  }

  /** In bzip2 and xz it is found by the task that reads it. */
  @ParameterizedTest
  @CsvSource({
    "a.log, UTF_16_LE",
    "a.gz, UNMARKED_UTF_16",
    "a.lzma, LZMA",
    "a.tar, TAR",
    "a.zip, ZIP",
    "a.lz4, LZ4",
    "a.tgz, TAR",
    "a.zst, UTF_16_BE",
    "a.bz2, TAR",
    "a.xz, ZIP"
  })
  void what_is_refused_counts_once_the_advice_was_followed(String name, Foreign foreign)
      throws IOException {
    assumeTrue(Shell.has(foreign.command()));
    byte[] content = foreign.of(log(HITS));
    String suffix = name.substring(1).replace(".tgz", ".gz");
    byte[] packed =
        Packing.ofName(suffix).map(packing -> Packer.pack(packing, content)).orElse(content);
    Path file = put(name, packed);

    assertAdviceWorks(file);
  }

  private void assertAdviceWorks(Path file) {
    CommandRun refused = CommandRun.of("count", folder.resolve("logs"));
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).startsWith("hitledger: file:" + file + " is ").hasLineCount(1);

    Shell.follow(refused.err());

    assertCounts(2 * HITS);
  }

  @Full
  @Test
  void what_needs_a_large_window_counts_once_the_advice_was_followed() throws IOException {
    assumeTrue(Shell.has("zstd"));
    var bytes = new ByteArrayOutputStream();
    byte[] log = log(HITS);
    // By RFC 8878: no flags, a window of 2^28 bytes, and a last block that is not packed.
    int block = 1 | log.length << 3;
    bytes.writeBytes(new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0, (byte) ((28 - 10) << 3)});
    bytes.writeBytes(new byte[] {(byte) block, (byte) (block >> 8), (byte) (block >> 16)});
    bytes.writeBytes(log);
    put("a.zst", bytes.toByteArray());

    CommandRun refused = CommandRun.of("count", folder.resolve("logs"));
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.err()).contains(" cannot be unpacked here: a member needs a dictionary");
    Shell.follow(refused.err());

    assertCounts(HITS);
  }

  @Full
  @ParameterizedTest
  @EnumSource
  void each_is_found_in_each_packing(Foreign foreign) throws IOException {
    for (Packing packing : Packing.values()) {
      assumeTrue(Shell.has(foreign.command()) && Shell.has(packing.toString()));
      Path file = put("an 'odd' [name]*" + packing.suffix(), foreign.in(packing, log(HITS)));
      assertAdviceWorks(file);
      Shell.run(folder, "rm -r logs");
    }
  }
}
