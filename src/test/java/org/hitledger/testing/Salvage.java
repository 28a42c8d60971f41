package org.hitledger.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What can be read of a damaged file of {@link LogFile#gzip} members, byte by byte. */
public final class Salvage {
  private static final int HEADER = 10;
  private static final int TRAILER = 8;

  private final byte[] file;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();

  private Salvage(byte[] file) {
    this.file = file;
  }

  /** The lines that end before the first damage. */
  public static List<byte[]> lines(byte[] file) {
    var salvage = new Salvage(file);
    int at = 0;
    while (at >= 0 && at < file.length) {
      at = salvage.readMember(at);
    }
    String text = salvage.read.toString(ISO_8859_1);
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    return whole.isEmpty()
        ? List.of()
        : Arrays.stream(whole.substring(0, whole.length() - 1).split("\n", -1))
            .map(line -> line.getBytes(ISO_8859_1))
            .toList();
  }

  /** Where the next member starts, or -1 behind damage. */
  private int readMember(int start) {
    int data = Math.min(file.length, start + HEADER);
    var inflater = new Inflater(true);
    inflater.setInput(file, data, file.length - data);
    int before = read.size();
    boolean isWhole = inflate(inflater);
    int trailer = file.length - inflater.getRemaining();
    inflater.end();
    return isWhole && trailer + TRAILER <= file.length && fits(trailer, before)
        ? trailer + TRAILER
        : -1;
  }

  private boolean inflate(Inflater inflater) {
    byte[] one = new byte[1];
    while (true) {
      long before = inflater.getBytesWritten();
      try {
        inflater.inflate(one);
      } catch (DataFormatException e) {
        read.write(one, 0, (int) (inflater.getBytesWritten() - before));
        return false;
      }
      if (inflater.getBytesWritten() == before) {
        return inflater.finished();
      }
      read.writeBytes(one);
    }
  }

  private boolean fits(int trailer, int before) {
    byte[] member = Arrays.copyOfRange(read.toByteArray(), before, read.size());
    var crc = new CRC32();
    crc.update(member);
    ByteBuffer expected = ByteBuffer.wrap(file, trailer, TRAILER).order(ByteOrder.LITTLE_ENDIAN);
    return expected.getInt() == (int) crc.getValue() && expected.getInt() == member.length;
  }
}
