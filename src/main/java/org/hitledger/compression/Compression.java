package org.hitledger.compression;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * How files are compressed, told by their first bytes. Gzip is read; the others are known so that
 * they are not taken for lines of text.
 */
public enum Compression {
  GZIP("gzip", "1F8B", ".gz", "zcat"),
  BZIP2("bzip2", "425A68", ".bz2", "bzcat"),
  ZSTD("zstd", "28B52FFD", ".zst", "zstdcat"),
  XZ("xz", "FD377A585A00", ".xz", "xzcat"),
  LZ4("lz4", "04224D18", ".lz4", "lz4cat"),
  ZIP("zip", "504B0304", ".zip", "unzip -p"),
  // These two have no first bytes that tell them from text; but Hadoop unpacks them by suffix.
  SNAPPY("snappy", "", ".snappy", "snzip -dc"),
  DEFLATE("deflate", "", ".deflate", "zlib-flate -uncompress");

  /** How many bytes tell. */
  public static final int START = 6;

  private final String label;
  private final byte[] start;
  private final String suffix;
  private final String unpack;

  Compression(String label, String start, String suffix, String unpack) {
    this.label = label;
    this.start = HexFormat.of().parseHex(start);
    this.suffix = suffix;
    this.unpack = unpack;
  }

  /** By the first bytes of a file. */
  public static Optional<Compression> ofContent(byte[] content) {
    return Arrays.stream(values())
        .filter(packing -> packing.start.length > 0 && packing.starts(content))
        .findFirst();
  }

  private boolean starts(byte[] content) {
    return content.length >= start.length
        && Arrays.equals(content, 0, start.length, start, 0, start.length);
  }

  /** By the end of a file's name. */
  public static Optional<Compression> ofName(String name) {
    return Arrays.stream(values()).filter(packing -> name.endsWith(packing.suffix)).findFirst();
  }

  /** The shell command that makes gzip of it. */
  public String repack(String file) {
    return "%s %s | gzip > %s".formatted(unpack, quoted(file), quoted(file + ".gz"));
  }

  /** For a shell, whatever is in it. */
  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  public String suffix() {
    return suffix;
  }

  @Override
  public String toString() {
    return label;
  }
}
