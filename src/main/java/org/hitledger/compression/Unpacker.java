package org.hitledger.compression;

import java.io.Closeable;
import java.io.IOException;

/**
 * Unpacks one member after the other. A member is what a packer has written in one go, and what can
 * stand behind another in a file: gzip calls it a member, zstd a frame, bzip2 and xz a stream.
 */
sealed interface Unpacker extends Closeable
    permits GzipUnpacker, Bzip2Unpacker, ZstdUnpacker, XzUnpacker {
  /** No more bytes in a member. */
  int END = -1;

  /** Whether a member can start with this byte. */
  boolean startsWith(int first);

  /** Whether so many zeros may stand between two members. */
  default boolean mayPad(long zeros) {
    return false;
  }

  /**
   * Begins a member.
   *
   * @throws DamageException if it cannot begin so
   * @throws IOException if the file cannot be read
   */
  void open() throws IOException;

  /**
   * Unpacks more of the member.
   *
   * @param to where to
   * @param from index of the first byte there
   * @param length how many at the most, one or more
   * @return how many, one or more, or {@link #END} behind the member
   * @throws DamageException if it is damaged; not called again then
   * @throws IOException if the file cannot be read
   */
  int read(byte[] to, int from, int length) throws IOException;

  /** Gives back what it holds, but for the file. */
  @Override
  void close();
}
