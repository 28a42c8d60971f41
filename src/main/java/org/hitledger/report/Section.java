package org.hitledger.report;

import org.hitledger.access.UrlParts;
import org.hitledger.bytes.ByteSlice;

/** The first segment of a path, as the column {@code section} has it. */
final class Section {
  private Section() {}

  static byte[] of(byte[] path) {
    return UrlParts.ofPath(ByteSlice.of(path))
        .section()
        .map(ByteSlice::toArray)
        .orElse(new byte[0]);
  }
}
