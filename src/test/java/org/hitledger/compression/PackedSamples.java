package org.hitledger.compression;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.hitledger.compression.Packing.BZIP2;
import static org.hitledger.compression.Packing.GZIP;
import static org.hitledger.compression.Packing.XZ;
import static org.hitledger.compression.Packing.ZSTD;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.hitledger.testing.Packer;

/** Small packed files of every make. Those of zstd and xz have checksums, as their commands do. */
public enum PackedSamples {
  /** One member in the coding that is fixed, as for very short files. */
  GZIP_SHORT(GZIP) {
    @Override
    byte[] file() {
      return GzipMember.PLAIN.of("a\nb\n".getBytes(ISO_8859_1), 6);
    }
  },
  /** One member in a coding of its own, as logs are. */
  GZIP_LOG(GZIP) {
    @Override
    byte[] file() {
      return GzipMember.PLAIN.of(text(1, 4_800), 9);
    }
  },
  /** One member of what is not compressed at all. */
  GZIP_STORED(GZIP) {
    @Override
    byte[] file() {
      return GzipMember.PLAIN.of(text(2, 1_000), 0);
    }
  },
  /** Members with all that a header may have; one is empty, and lines go across. */
  GZIP_MEMBERS(GZIP) {
    @Override
    byte[] file() {
      return joined(
          GzipMember.FULL.of(text(3, 1_500), 1),
          GzipMember.NAMED.of(new byte[0], 6),
          GzipMember.PLAIN.of(text(4, 1_500), 6),
          GzipMember.NAMED.of(text(5, 100), 0));
    }
  },
  /** One member and zeros behind it. */
  GZIP_PADDED(GZIP) {
    @Override
    byte[] file() {
      return joined(GzipMember.NAMED.of(text(6, 700), 6), new byte[50]);
    }
  },
  /** One stream of one block. */
  BZIP2_LOG(BZIP2) {
    @Override
    byte[] file() {
      return Packer.bzip2(text(7, 900));
    }
  },
  /** Streams, one of them empty, and lines go across; zeros behind them. */
  BZIP2_STREAMS(BZIP2) {
    @Override
    byte[] file() {
      return joined(
          Packer.bzip2(text(8, 300)),
          Packer.bzip2(new byte[0]),
          Packer.bzip2(text(9, 200)),
          new byte[50]);
    }
  },
  /** Blocks of 100 kB in one stream. */
  BZIP2_BLOCKS(BZIP2) {
    @Override
    byte[] file() {
      return Packer.bzip2("the same and\n".repeat(20_000).getBytes(ISO_8859_1));
    }

    @Override
    int thinning() {
      return 9;
    }
  },
  /** One frame. */
  ZSTD_LOG(ZSTD) {
    @Override
    byte[] file() {
      return Packer.zstd(text(10, 1_500));
    }
  },
  /** Frames, of which one is empty and readers skip two; zeros behind them. */
  ZSTD_FRAMES(ZSTD) {
    @Override
    byte[] file() {
      return joined(
          skippable(0x50, 20),
          Packer.zstd(text(11, 500)),
          Packer.zstd(new byte[0]),
          skippable(0x5F, 0),
          Packer.zstd(text(12, 300)),
          new byte[50]);
    }
  },
  /** Blocks of 128 KiB in one frame: of one byte each, and of lines. */
  ZSTD_BLOCKS(ZSTD) {
    @Override
    byte[] file() {
      String text = "z".repeat(300_000) + "\n" + "the same and\n".repeat(20_000);
      return Packer.zstd(text.getBytes(ISO_8859_1));
    }

    @Override
    int thinning() {
      return 9;
    }
  },
  /** One stream of one block. */
  XZ_LOG(XZ) {
    @Override
    byte[] file() {
      return Packer.xz(text(13, 1_500));
    }
  },
  /** Streams with padding between, one of them empty, and zeros behind them. */
  XZ_STREAMS(XZ) {
    @Override
    byte[] file() {
      return joined(
          Packer.xz(text(14, 300)),
          new byte[8],
          Packer.xz(new byte[0]),
          Packer.xz(text(15, 300)),
          new byte[52]);
    }
  },
  /** Blocks in one stream, each with its checksum. */
  XZ_BLOCKS(XZ) {
    @Override
    byte[] file() {
      return Packer.xzInBlocks(text(16, 400), text(17, 500));
    }
  };

  private final Packing packing;

  PackedSamples(Packing packing) {
    this.packing = packing;
  }

  Packing packing() {
    return packing;
  }

  /** Large ones, once they are unpacked, are not damaged in as many places; odd. */
  int thinning() {
    return 1;
  }

  /** The whole file. */
  abstract byte[] file();

  private static byte[] joined(byte[]... parts) {
    var file = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      file.writeBytes(part);
    }
    return file.toByteArray();
  }

  /** A frame of zstd that is none of zstd's business (RFC 8878, 3.1.2). */
  private static byte[] skippable(int first, int length) {
    return joined(
        new byte[] {(byte) first, 0x2A, 0x4D, 0x18, (byte) length, 0, 0, 0}, new byte[length]);
  }

  /** Lines, the last of which ends within; of little that repeats, so that most bits matter. */
  private static byte[] text(long seed, int length) {
    var random = new Random(seed);
    var text = new StringBuilder();
    while (text.length() < length) {
      text.append("/book/").append(Long.toString(random.nextLong() >>> 1, Character.MAX_RADIX));
      text.append(random.nextInt(4) == 0 ? '\n' : ' ');
    }
    return text.substring(0, length).getBytes(ISO_8859_1);
  }
}
