package org.hitledger.compression;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Small gzip files, made by hand so that every field of RFC 1952 and every kind of block occurs.
 */
public enum GzipSamples {
  /** One member in the coding that is fixed, as for very short files. */
  SHORT {
    @Override
    byte[] file() {
      return member(Header.PLAIN, Deflater.DEFAULT_COMPRESSION, "a\nb\n".getBytes(ISO_8859_1));
    }
  },
  /** One member in a coding of its own, as logs are. */
  LOG {
    @Override
    byte[] file() {
      return member(Header.PLAIN, Deflater.BEST_COMPRESSION, text(1, 4_800));
    }
  },
  /** One member of what is not compressed at all. */
  STORED {
    @Override
    byte[] file() {
      return member(Header.PLAIN, Deflater.NO_COMPRESSION, text(2, 1_000));
    }
  },
  /** Members with all that a header may have; one is empty, and lines go across. */
  MEMBERS {
    @Override
    byte[] file() {
      var file = new ByteArrayOutputStream();
      file.writeBytes(member(Header.FULL, Deflater.BEST_SPEED, text(3, 1_500)));
      file.writeBytes(member(Header.NAMED, Deflater.DEFAULT_COMPRESSION, new byte[0]));
      file.writeBytes(member(Header.PLAIN, Deflater.DEFAULT_COMPRESSION, text(4, 1_500)));
      file.writeBytes(member(Header.NAMED, Deflater.NO_COMPRESSION, text(5, 100)));
      return file.toByteArray();
    }
  },
  /** One member and zeros behind it. */
  PADDED {
    @Override
    byte[] file() {
      var file = new ByteArrayOutputStream();
      file.writeBytes(member(Header.NAMED, Deflater.DEFAULT_COMPRESSION, text(6, 700)));
      file.writeBytes(new byte[50]);
      return file.toByteArray();
    }
  };

  /** What stands before the data of a member. */
  private enum Header {
    PLAIN(0, ""),
    NAMED(0x08, "access.log\0"),
    FULL(0x02 | 0x04 | 0x08 | 0x10, "\4\0abcdname\0comment\0");

    private final int flags;
    private final String fields;

    Header(int flags, String fields) {
      this.flags = flags;
      this.fields = fields;
    }

    byte[] bytes() {
      var header = new ByteArrayOutputStream();
      header.writeBytes(new byte[] {0x1F, (byte) 0x8B, 8, (byte) flags, 1, 2, 3, 4, 0, 3});
      header.writeBytes(fields.getBytes(ISO_8859_1));
      if ((flags & 0x02) != 0) {
        var crc = new CRC32();
        crc.update(header.toByteArray());
        header.write((int) crc.getValue());
        header.write((int) crc.getValue() >> 8);
      }
      return header.toByteArray();
    }
  }

  /** The whole file. */
  abstract byte[] file();

  private static byte[] member(Header header, int level, byte[] content) {
    var member = new ByteArrayOutputStream();
    member.writeBytes(header.bytes());
    member.writeBytes(deflated(level, content));
    var crc = new CRC32();
    crc.update(content);
    writeInt(member, (int) crc.getValue());
    writeInt(member, content.length);
    return member.toByteArray();
  }

  private static byte[] deflated(int level, byte[] content) {
    var deflater = new Deflater(level, true);
    deflater.setInput(content);
    deflater.finish();
    byte[] room = new byte[content.length + 100];
    int length = deflater.deflate(room);
    deflater.end();
    return Arrays.copyOf(room, length);
  }

  private static void writeInt(ByteArrayOutputStream out, int value) {
    for (int shift = 0; shift < 32; shift += 8) {
      out.write(value >> shift);
    }
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
