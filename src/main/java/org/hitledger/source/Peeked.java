package org.hitledger.source;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** A file of which somebody has read the start: going back would ask a store of objects again. */
final class Peeked {
  private Peeked() {}

  /** All of it, from the first byte on. */
  static InputStream whole(byte[] start, InputStream rest) {
    return new SequenceInputStream(new ByteArrayInputStream(start), rest);
  }
}
