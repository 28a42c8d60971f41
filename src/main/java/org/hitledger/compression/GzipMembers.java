package org.hitledger.compression;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The inflated bytes of all members of a gzip file, up to its end or the first damage. Java's own
 * {@link java.util.zip.GZIPInputStream} takes a broken member after a whole one for the end,
 * without a word, and does not tell where damage is.
 */
public final class GzipMembers implements Closeable {
  private final InputStream in;
  private final StoredBytes raw;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private boolean isInMember;
  private boolean isPastFirst;
  private long dataOffset;
  private DamageException damage;
  private FoundDefect zeros;

  /**
   * A reader at the start of a file.
   *
   * @param in the file as stored; closed with this
   * @param bufferSize how much is read at a time, in bytes
   */
  public GzipMembers(InputStream in, int bufferSize) {
    this.in = in;
    this.raw = new StoredBytes(in, bufferSize);
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
        int inflated = inflate(to, from, length);
        if (inflated > 0) {
          crc.update(to, from, inflated);
          return inflated;
        }
        if (inflater.finished()) {
          closeMember();
        } else {
          // Not before: it may hold bits of input back for which there was no room.
          raw.feed(inflater);
        }
      }
      return -1;
    } catch (DamageException found) {
      damage = found;
      throw found;
    }
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
    MemberHeader.skip(raw);
    isPastFirst = true;
    isInMember = true;
    dataOffset = raw.offset();
    inflater.reset();
    crc.reset();
    return true;
  }

  private boolean isMemberNext() throws IOException {
    return switch (raw.peek()) {
      case StoredBytes.END -> false;
      case MemberHeader.FIRST_BYTE -> true;
      case 0 -> {
        requireZerosToTheEnd();
        yield false;
      }
      default -> throw new DamageException(Defect.GARBAGE, raw.offset());
    };
  }

  private void requireZerosToTheEnd() throws IOException {
    long start = raw.offset();
    while (raw.peek() != StoredBytes.END) {
      if (raw.next() != 0) {
        throw new DamageException(Defect.GARBAGE, start);
      }
    }
    zeros = new FoundDefect(Defect.ZEROS, start);
  }

  private int inflate(byte[] to, int from, int length) throws IOException {
    long before = inflater.getBytesWritten();
    try {
      return inflater.inflate(to, from, length);
    } catch (DataFormatException e) {
      damage = new DamageException(Defect.BAD_DATA, dataOffset + inflater.getBytesRead());
      int inflated = (int) (inflater.getBytesWritten() - before);
      if (inflated == 0) {
        throw damage;
      }
      return inflated;
    }
  }

  private void closeMember() throws IOException {
    raw.takeBack(inflater.getRemaining());
    long trailer = raw.offset();
    if (nextInt() != (int) crc.getValue()) {
      throw new DamageException(Defect.BAD_CHECKSUM, trailer);
    }
    if (nextInt() != (int) inflater.getBytesWritten()) {
      throw new DamageException(Defect.BAD_LENGTH, trailer);
    }
    isInMember = false;
  }

  private int nextInt() throws IOException {
    return raw.next() | raw.next() << 8 | raw.next() << 16 | raw.next() << 24;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
