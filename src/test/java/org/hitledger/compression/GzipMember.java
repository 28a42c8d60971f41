package org.hitledger.compression;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Members of gzip, made by hand so that every field of RFC 1952 and every kind of block occurs. */
enum GzipMember {
  /** Without what a header may lack. */
  PLAIN(0, ""),
  /** With a name, as the command gives it. */
  NAMED(0x08, "access.log\0"),
  /** With all that a header may have. */
  FULL(0x02 | 0x04 | 0x08 | 0x10, "\4\0abcdname\0comment\0");

  private final int flags;
  private final String fields;

  GzipMember(int flags, String fields) {
    this.flags = flags;
    this.fields = fields;
  }

  /** A whole member. */
  byte[] of(byte[] content, int level) {
    var member = new ByteArrayOutputStream();
    member.writeBytes(header());
    member.writeBytes(deflated(level, content));
    var crc = new CRC32();
    crc.update(content);
    writeInt(member, (int) crc.getValue());
    writeInt(member, content.length);
    return member.toByteArray();
  }

  private byte[] header() {
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
}
