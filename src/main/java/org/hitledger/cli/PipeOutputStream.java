package org.hitledger.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A standard stream whose reader may go early, as {@code head} does: what it does not want to read
 * is no fault. Any other failure to write, such as a full disk, is.
 */
final class PipeOutputStream extends FilterOutputStream {
  private boolean readerIsGone;

  PipeOutputStream(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (readerIsGone) {
      return;
    }
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      // The only sign that Java gives of EPIPE.
      readerIsGone = "Broken pipe".equals(e.getMessage());
      if (!readerIsGone) {
        throw e;
      }
    }
  }
}
