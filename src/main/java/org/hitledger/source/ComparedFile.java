package org.hitledger.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.hitledger.compression.DamageException;
import org.hitledger.compression.Members;
import org.hitledger.compression.Packing;

/**
 * A file to be compared with others: gzip by what is in it, which its trailer tells of, and so with
 * plain text too; the other packings by their bytes as stored.
 *
 * @param file the file
 * @param packing of it, or nothing
 * @param trailer of its last member if it is gzip
 * @param hadoop how to reach its file system
 */
record ComparedFile(
    InputFile file, Optional<Packing> packing, Optional<Trailer> trailer, Configuration hadoop) {
  private static final int HEAD = 4096;
  private static final int BUFFER = 1 << 16;

  /**
   * The end of a member (RFC 1952, 2.3.1).
   *
   * @param checksum CRC-32 of what is in it
   * @param length of that, in 32 bits
   */
  record Trailer(int checksum, int length) {
    static final int BYTES = 8;
  }

  private interface Reading<T> {
    T from(FSDataInputStream in) throws IOException;
  }

  /** Reads the trailer, if there is one. */
  static ComparedFile of(InputFile file, Configuration hadoop) {
    Optional<Packing> packing = Packing.ofName(file.path().getName());
    var compared = new ComparedFile(file, packing, Optional.empty(), hadoop);
    return compared.isGzip() && file.length() >= Trailer.BYTES
        ? new ComparedFile(file, packing, Optional.of(compared.read(compared::trailer)), hadoop)
        : compared;
  }

  private Trailer trailer(FSDataInputStream in) throws IOException {
    byte[] end = new byte[Trailer.BYTES];
    in.readFully(file.length() - Trailer.BYTES, end);
    ByteBuffer fields = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN);
    return new Trailer(fields.getInt(), fields.getInt());
  }

  boolean isPlain() {
    return packing.isEmpty();
  }

  private boolean isGzip() {
    return packing.equals(Optional.of(Packing.GZIP));
  }

  /** What files have in common that may be equal; nothing for one without content. */
  Optional<String> lengthKey() {
    if (file.length() == 0) {
      return Optional.empty();
    }
    int unpacked = isPlain() ? (int) file.length() : trailer.map(Trailer::length).orElse(0);
    // Zeros behind the last member, or an empty one, tell nothing.
    return Optional.of(
        unpacked == 0 && !isPlain()
            ? "%s %d".formatted(packing, file.length())
            : "unpacked " + unpacked);
  }

  /** The first bytes of what is compared. */
  Optional<ByteBuffer> head() {
    return read(
        in -> {
          if (!isGzip()) {
            return Optional.of(ByteBuffer.wrap(in.readNBytes(HEAD)));
          }
          try (var members = new Members(Packing.GZIP, in, BUFFER)) {
            return Optional.of(ByteBuffer.wrap(members.readHead(HEAD)));
          }
        });
  }

  /**
   * All bytes of what is compared, as one short text; nothing for a packed file without content.
   */
  Optional<String> digest() {
    if (isGzip()) {
      return read(this::unpackedDigest);
    }
    return isPlain() || hasContent() ? Optional.of(storedDigest()) : Optional.empty();
  }

  private boolean hasContent() {
    return read(
        in -> {
          try (var members = new Members(packing.orElseThrow(), in, BUFFER)) {
            return members.readHead(1).length > 0;
          }
        });
  }

  private Optional<String> unpackedDigest(FSDataInputStream in) throws IOException {
    try (var members = new Members(Packing.GZIP, in, BUFFER)) {
      MessageDigest sha = sha();
      byte[] buffer = new byte[BUFFER];
      long length = 0;
      for (int n = members.read(buffer, 0, BUFFER); n > 0; n = members.read(buffer, 0, BUFFER)) {
        sha.update(buffer, 0, n);
        length += n;
      }
      return length == 0 ? Optional.empty() : Optional.of(text(sha));
    } catch (DamageException e) {
      // It is equal to its copies, and to nothing that is whole.
      return Optional.of("damaged " + storedDigest());
    }
  }

  private String storedDigest() {
    return read(
        in -> {
          MessageDigest sha = sha();
          byte[] buffer = new byte[BUFFER];
          for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
            sha.update(buffer, 0, n);
          }
          return text(sha);
        });
  }

  private static MessageDigest sha() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(MessageDigest sha) {
    return HexFormat.of().formatHex(sha.digest());
  }

  private <T> T read(Reading<T> reading) {
    try (FSDataInputStream in = HadoopFileSystems.open(file.path(), file.length(), hadoop)) {
      return reading.from(in);
    } catch (IOException e) {
      throw Unreadable.because(e, file.name());
    }
  }
}
