package org.hitledger.testing;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream whose writes and whose end are calls that may go wrong. */
final class FaultyOutput extends FilterOutputStream {
  private final Faults faults;

  FaultyOutput(OutputStream out, Faults faults) {
    super(out);
    this.faults = faults;
  }

  /** In two calls, so that a file may stay half written. */
  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int half = length / 2;
    writePart(bytes, from, half);
    writePart(bytes, from + half, length - half);
  }

  private void writePart(byte[] bytes, int from, int length) throws IOException {
    faults.pass(
        () -> {
          out.write(bytes, from, length);
          return length;
        });
  }

  @Override
  public void close() throws IOException {
    faults.pass(
        () -> {
          out.close();
          return true;
        });
  }
}
