package org.hitledger.compression;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Optional;

/**
 * What files hold that is neither a packing that is read nor lines of text, told by its first bytes
 * so that it is not taken for lines.
 */
public enum ForeignContent {
  /** POSIX.1-1988 and later, GNU's, and older ones by their checksum. */
  TAR("a tar archive"),
  /** PKWARE's APPNOTE, 4.3.7 and, for an archive without files, 4.3.16. */
  ZIP("a zip archive"),
  /** The LZ4 frame format, 1.6. */
  LZ4("lz4"),
  /** The format before xz, by the first bytes that its programs write. */
  LZMA("lzma"),
  /** By its byte order mark. */
  UTF_16("UTF-16 text"),
  /** Windows writes such; told by its zeros, and so for Latin letters alone. */
  UTF_16LE("UTF-16 text without a byte order mark"),
  /** Likewise. */
  UTF_16BE("UTF-16 text without a byte order mark"),
  /** By its byte order mark, which begins as that of UTF-16. */
  UTF_32("UTF-32 text"),
  /** What was unpacked is packed; likewise the next ones. */
  GZIP("gzip again"),
  BZIP2("bzip2 again"),
  ZSTD("zstd again"),
  XZ("xz again");

  /** How many bytes tell: a block of tar. */
  public static final int HEAD = 512;

  private static final byte[] USTAR = "ustar".getBytes(US_ASCII);
  private static final int TAR_MAGIC = 257;
  private static final int TAR_CHECKSUM = 148;
  private static final int TAR_CHECKSUM_END = 156;
  private static final int LZMA_HEADER = 13;

  /** How many bytes of the first line are looked at: no line of a log is shorter. */
  private static final int LETTERS = 32;

  private final String label;

  ForeignContent(String label) {
    this.label = label;
  }

  /**
   * Looks at a file.
   *
   * @param head its first {@link #HEAD} bytes, fewer if it has no more
   * @return what it holds, or nothing if it can be read
   */
  public static Optional<ForeignContent> of(byte[] head) {
    return Arrays.stream(values()).filter(content -> content.starts(head)).findFirst();
  }

  /**
   * Looks into a packed file.
   *
   * @param head its first {@link #HEAD} unpacked bytes, fewer if it has no more
   * @return what it holds, or nothing if these can be lines
   */
  public static Optional<ForeignContent> inside(byte[] head) {
    return Packing.ofContent(head).map(ForeignContent::again).or(() -> of(head));
  }

  private static ForeignContent again(Packing packing) {
    return switch (packing) {
      case GZIP -> GZIP;
      case BZIP2 -> BZIP2;
      case ZSTD -> ZSTD;
      case XZ -> XZ;
    };
  }

  private boolean starts(byte[] head) {
    return switch (this) {
      case TAR -> isTar(head);
      case ZIP -> starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6);
      case LZ4 -> starts(head, 0x04, 0x22, 0x4D, 0x18);
      case LZMA -> starts(head, 0x5D, 0, 0) && head.length > LZMA_HEADER;
      case UTF_16 -> (starts(head, 0xFF, 0xFE) || starts(head, 0xFE, 0xFF)) && !isUtf32(head);
      case UTF_16LE -> hasZerosAt(1, head);
      case UTF_16BE -> hasZerosAt(0, head);
      case UTF_32 -> isUtf32(head);
      // Read, unless they are inside of another.
      case GZIP, BZIP2, ZSTD, XZ -> false;
    };
  }

  /** Each second byte alone is zero. Logs padded with zeros after a crash have runs of them. */
  private static boolean hasZerosAt(int first, byte[] head) {
    for (int i = 0; i < Math.min(head.length, LETTERS); i++) {
      if ((head[i] == 0) != (i % 2 == first)) {
        return false;
      }
    }
    return head.length >= LETTERS;
  }

  private static boolean isUtf32(byte[] head) {
    return starts(head, 0xFF, 0xFE, 0, 0) || starts(head, 0, 0, 0xFE, 0xFF);
  }

  private static boolean starts(byte[] head, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i == head.length || head[i] != (byte) start[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * By its magic; a line could have that too, but no zeros. Or by its checksum, which is the sum of
   * all bytes but its own: old archives have no magic.
   */
  private static boolean isTar(byte[] head) {
    return isTarByMagic(head) || (head.length == HEAD && head[0] != 0 && isTarByChecksum(head));
  }

  private static boolean isTarByMagic(byte[] head) {
    int end = TAR_MAGIC + USTAR.length;
    return head.length >= end
        && Arrays.equals(head, TAR_MAGIC, end, USTAR, 0, USTAR.length)
        && new String(head, 0, TAR_MAGIC, ISO_8859_1).indexOf(0) > 0;
  }

  private static boolean isTarByChecksum(byte[] head) {
    int sum = ' ' * (TAR_CHECKSUM_END - TAR_CHECKSUM);
    for (int i = 0; i < HEAD; i++) {
      sum += i >= TAR_CHECKSUM && i < TAR_CHECKSUM_END ? 0 : head[i] & 0xFF;
    }
    return octal(head) == sum;
  }

  private static int octal(byte[] head) {
    String digits =
        new String(head, TAR_CHECKSUM, TAR_CHECKSUM_END - TAR_CHECKSUM, US_ASCII)
            .replace('\0', ' ')
            .strip();
    return digits.matches("[0-7]{1,7}") ? Integer.parseInt(digits, 8) : -1;
  }

  @Override
  public String toString() {
    return label;
  }
}
