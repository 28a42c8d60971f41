package org.hitledger.compression;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * The unpacked bytes of all members of a file, up to its end or the first damage. Readers that
 * libraries have take a broken member after a whole one for the end, without a word, or do not tell
 * where damage is.
 */
public final class Members implements Closeable {
  private final InputStream in;
  private final StoredBytes raw;
  private final Unpacker unpacker;
  private boolean isInMember;
  private boolean isPastFirst;
  private DamageException damage;
  private FoundDefect zeros;

  /**
   * A reader at the start of a file.
   *
   * @param packing what the file is packed with
   * @param in the file as stored; closed with this
   * @param bufferSize how much is read at a time, in bytes
   */
  public Members(Packing packing, InputStream in, int bufferSize) {
    this.in = in;
    this.raw = new StoredBytes(in, bufferSize);
    this.unpacker = packing.unpacker(raw);
  }

  /**
   * Reads on. All bytes before a damage come before its exception, which then comes at each call.
   *
   * @param to where to
   * @param from index of the first byte there
   * @param length how many at the most, one or more
   * @return how many, one or more, or -1 at the end
   * @throws DamageException if the file is damaged
   * @throws IOException if it cannot be read
   */
  public int read(byte[] to, int from, int length) throws IOException {
    if (damage != null) {
      throw damage;
    }
    try {
      while (isInMember || open()) {
        int unpacked = unpacker.read(to, from, length);
        if (unpacked != Unpacker.END) {
          return unpacked;
        }
        isInMember = false;
      }
      return -1;
    } catch (DamageException found) {
      damage = found;
      if (found.unpackedBefore() > 0) {
        return found.unpackedBefore();
      }
      throw found;
    }
  }

  /**
   * The first unpacked bytes, as far as they can be had.
   *
   * @param most how many at the most
   * @return fewer if the file has no more, or is damaged behind them
   * @throws IOException if it cannot be read
   */
  public byte[] readHead(int most) throws IOException {
    byte[] head = new byte[most];
    int length = 0;
    try {
      while (length < most) {
        int unpacked = read(head, length, most - length);
        if (unpacked < 0) {
          break;
        }
        length += unpacked;
      }
    } catch (DamageException e) {
      // Told when the file is read.
    }
    return Arrays.copyOf(head, length);
  }

  /**
   * What does no harm, known at the end.
   *
   * @return a defect of zeros behind the last member, if there are
   */
  public Optional<FoundDefect> zeros() {
    return Optional.ofNullable(zeros);
  }

  private boolean open() throws IOException {
    if (isPastFirst && !isMemberNext()) {
      return false;
    }
    unpacker.open();
    isPastFirst = true;
    isInMember = true;
    return true;
  }

  private boolean isMemberNext() throws IOException {
    long start = raw.offset();
    long padding = skipZeros();
    int next = raw.peek();
    if (next == StoredBytes.END) {
      zeros = padding == 0 ? null : new FoundDefect(Defect.ZEROS, start);
      return false;
    }
    if (unpacker.startsWith(next) && (padding == 0 || unpacker.mayPad(padding))) {
      return true;
    }
    throw new DamageException(Defect.GARBAGE, start);
  }

  private long skipZeros() throws IOException {
    long start = raw.offset();
    while (raw.peek() == 0) {
      raw.next();
    }
    return raw.offset() - start;
  }

  @Override
  public void close() throws IOException {
    unpacker.close();
    in.close();
  }
}
