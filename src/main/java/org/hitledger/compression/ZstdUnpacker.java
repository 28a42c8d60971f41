package org.hitledger.compression;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Frames of zstd, by the library that Spark brings. It checks their checksums and lengths. Windows
 * have at most 128 MiB, as with the command {@code zstd}: more would let a stranger fill the
 * memory.
 */
final class ZstdUnpacker implements Unpacker {
  private final StoredBytes raw;
  private final ByteBuffer part = ByteBuffer.allocateDirect(ZstdFrame.MOST_IN_PART);
  private final ByteBuffer unpacked = ByteBuffer.allocateDirect(ZstdFrame.MOST_IN_BLOCK).limit(0);
  private final ZstdFrame frame;
  private final ZstdDecompressCtx context = new ZstdDecompressCtx();
  private boolean isInFrame;
  private boolean isWhole;

  ZstdUnpacker(StoredBytes raw) {
    this.raw = raw;
    this.frame = new ZstdFrame(raw, part);
  }

  @Override
  public boolean startsWith(int first) {
    return ZstdFrame.startsWith(first);
  }

  @Override
  public void open() throws IOException {
    long start = raw.offset();
    isInFrame = frame.readHeader();
    if (isInFrame) {
      unpackPart(start, Defect.BAD_HEADER);
    }
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    while (!unpacked.hasRemaining()) {
      long start = raw.offset();
      if (!isInFrame || !frame.readPart()) {
        requireWhole(start);
        return END;
      }
      unpackPart(start, Defect.BAD_DATA);
    }
    int taken = Math.min(length, unpacked.remaining());
    unpacked.get(to, from, taken);
    return taken;
  }

  private void unpackPart(long start, Defect otherwise) throws DamageException {
    try {
      unpacked.clear();
      isWhole = context.decompressDirectByteBufferStream(unpacked, part);
      unpacked.flip();
    } catch (ZstdException e) {
      throw new DamageException(defect(e.getErrorCode(), otherwise), start);
    }
    if (part.hasRemaining()) {
      throw new DamageException(otherwise, start);
    }
  }

  private void requireWhole(long start) throws DamageException {
    if (isInFrame && !isWhole) {
      throw new DamageException(Defect.BAD_DATA, start);
    }
  }

  private static Defect defect(long signedCode, Defect otherwise) {
    // Some versions of the library give the number of an error, others its negative.
    long code = Math.abs(signedCode);
    if (code == Zstd.errChecksumWrong()) {
      return Defect.BAD_CHECKSUM;
    }
    return code == Zstd.errDictionaryWrong() || code == Zstd.errFrameParameterWindowTooLarge()
        ? Defect.UNSUPPORTED
        : otherwise;
  }

  @Override
  public void close() {
    context.close();
  }
}
