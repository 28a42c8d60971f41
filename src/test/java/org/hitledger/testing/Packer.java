package org.hitledger.testing;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.hitledger.compression.Packing;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Packs bytes as the commands do, one member each. */
public final class Packer {
  private static final int SMALL_DICTIONARY = 1 << 16;

  private Packer() {}

  private interface Opening {
    OutputStream over(OutputStream out) throws IOException;
  }

  /** With any of the packings that are read. */
  public static byte[] pack(Packing packing, byte[] content) {
    return switch (packing) {
      case GZIP -> gzip(content);
      case BZIP2 -> bzip2(content);
      case ZSTD -> zstd(content);
      case XZ -> xz(content);
    };
  }

  /** With a checksum, as always. */
  public static byte[] gzip(byte[] content) {
    return packed(GZIPOutputStream::new, content);
  }

  /** In blocks of 100 kB. */
  public static byte[] bzip2(byte[] content) {
    return packed(out -> new BZip2CompressorOutputStream(out, 1), content);
  }

  /** With a checksum, as the command and unlike the library. */
  public static byte[] zstd(byte[] content) {
    return packed(out -> new ZstdOutputStream(out).setChecksum(true), content);
  }

  /** With CRC64, as the command; in a small window, for tests that read thousands. */
  public static byte[] xz(byte[] content) {
    return packed(Packer::xz, content);
  }

  /** Two blocks in one stream. */
  public static byte[] xzInBlocks(byte[] first, byte[] second) {
    return packed(
        out -> {
          XZOutputStream xz = xz(out);
          xz.write(first);
          xz.endBlock();
          return xz;
        },
        second);
  }

  private static XZOutputStream xz(OutputStream out) throws IOException {
    var options = new LZMA2Options();
    options.setDictSize(SMALL_DICTIONARY);
    return new XZOutputStream(out, options);
  }

  private static byte[] packed(Opening opening, byte[] content) {
    var bytes = new ByteArrayOutputStream();
    try (OutputStream out = opening.over(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
