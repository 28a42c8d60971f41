package org.hitledger.compression;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** What another reader delivers of a file, byte by byte up to its first complaint. */
final class Judge {
  private static final int MOST_LOST_OF_XZ = 128;

  private final Packing packing;
  private final byte[] content;

  private Judge(Packing packing, byte[] content) {
    this.packing = packing;
    this.content = content;
  }

  static Judge of(Packing packing, byte[] file) {
    var read = new ByteArrayOutputStream();
    try (InputStream in = open(packing, new ByteArrayInputStream(file))) {
      for (int b = in.read(); b >= 0; b = in.read()) {
        read.write(b);
      }
    } catch (IOException | RuntimeException e) {
      // As far as it got.
    }
    return new Judge(packing, read.toByteArray());
  }

  private static InputStream open(Packing packing, InputStream file) throws IOException {
    return switch (packing) {
      case GZIP -> new GZIPInputStream(file);
      case BZIP2 -> new BZip2CompressorInputStream(file, true);
      case ZSTD -> new ZstdInputStream(file);
      case XZ -> new XZInputStream(file);
    };
  }

  @Override
  public String toString() {
    return "%,d bytes".formatted(content.length);
  }

  /** Whether our reader may have read this. */
  boolean allows(byte[] ours, Optional<Defect> damage) {
    if (is(Defect.BAD_HEADER, damage)) {
      // The JDK lets reserved flags pass, and others a broken header behind a whole member.
      return Arrays.equals(ours, start(ours.length));
    }
    return Arrays.equals(ours, content)
        || switch (packing) {
          // They drop the byte that was unpacked by the very call that failed.
          case GZIP -> is(Defect.BAD_DATA, damage) && isAllBut(1, ours);
          // And it begins with a block that was not packed, and is not all there.
          case ZSTD ->
              (isWrong(damage) && isAllBut(1, ours))
                  || (is(Defect.TRUNCATED, damage) && isStart(ours, ZstdFrame.MOST_IN_BLOCK));
          case XZ -> damage.isPresent() && isStart(ours, MOST_LOST_OF_XZ);
          case BZIP2 -> false;
        };
  }

  private static boolean isWrong(Optional<Defect> damage) {
    return is(Defect.BAD_DATA, damage) || is(Defect.BAD_CHECKSUM, damage);
  }

  private static boolean is(Defect defect, Optional<Defect> damage) {
    return damage.equals(Optional.of(defect));
  }

  private boolean isAllBut(int last, byte[] ours) {
    return Arrays.equals(Arrays.copyOf(ours, ours.length - last), content);
  }

  private boolean isStart(byte[] ours, int mostLess) {
    return content.length - ours.length < mostLess && Arrays.equals(ours, start(ours.length));
  }

  private byte[] start(int length) {
    return Arrays.copyOf(content, length);
  }
}
