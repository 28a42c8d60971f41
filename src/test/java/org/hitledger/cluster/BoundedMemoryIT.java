package org.hitledger.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.hitledger.cluster.Submit.Finished;
import org.hitledger.compression.Packing;
import org.hitledger.testing.Full;
import org.hitledger.testing.Packer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What strangers can write without end needs no memory without end. */
@Full
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BoundedMemoryIT {
  private static final String HIT =
      "1.2.3.4 - - [01/Jun/2012:22:17:55 -0400] \"GET /book/%s HTTP/1.1\" 200 5 \"-\" \"x\"\n";
  private static final int MIB = 1 << 20;

  @TempDir Path folder;

  /** Few megabytes that unpack to so many times 64 mebibytes. */
  private Path bomb(Packing packing, int members) throws IOException {
    Path file = folder.resolve("bomb" + packing.suffix());
    byte[] member = Packer.pack(packing, "z".repeat(64 * MIB).getBytes(UTF_8));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(Packer.pack(packing, HIT.formatted("before").getBytes(UTF_8)));
      for (int i = 0; i < members; i++) {
        out.write(member);
      }
      out.write(Packer.pack(packing, ("\n" + HIT.formatted("after")).getBytes(UTF_8)));
    }
    return file;
  }

  /** Of ten gibibytes, or of one where they take minutes to unpack. */
  @ParameterizedTest
  @CsvSource({"GZIP, 160", "BZIP2, 16", "ZSTD, 160", "XZ, 16"})
  void a_line_of_gibibytes_is_one_rejected_line(Packing packing, int members) throws Exception {
    Finished run =
        Submit.with("--driver-memory", "512m").run("count", "--format=tsv", bomb(packing, members));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo("1\t/book/after\n1\t/book/before\n");
    assertThat(run.err())
        .containsPattern("(?m)^  rejected/too_long +1$")
        .containsPattern("(?m)^lines read +3$");
  }

  @Test
  void a_line_of_plain_text_larger_than_memory_is_one_rejected_line_of_hits() throws Exception {
    Path file = Files.writeString(folder.resolve("long.log"), HIT.formatted("before"));
    // Zeros that take no room on the disk.
    try (var zeros = new RandomAccessFile(file.toFile(), "rw")) {
      zeros.seek(1L << 31);
      zeros.write(("\n" + HIT.formatted("after")).getBytes(UTF_8));
    }
    Finished run =
        Submit.with("--driver-memory", "512m")
            .run("hits", "--log-format=combined", "--output", folder.resolve("hits"), file);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err())
        .containsPattern("(?m)^  rejected/too_long +1$")
        .containsPattern("(?m)^  counted +2$")
        .containsPattern("(?m)^lines read +3$");
  }

  @Test
  void millions_of_paths_are_more_than_the_driver_holds() throws Exception {
    Path file = folder.resolve("paths.gz");
    int paths = 3_000_000;
    try (OutputStream out =
        new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file)), MIB)) {
      for (int i = 0; i < paths; i++) {
        out.write(HIT.formatted("x".repeat(100) + i).getBytes(UTF_8));
      }
    }
    Finished run =
        Submit.with("--driver-memory", "512m")
            .run("count", "--format=tsv", "--top=all", "--output", folder.resolve("r"), file);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().lines()).hasSize(paths);
    assertThat(run.out().lines().distinct()).hasSize(paths);
  }
}
