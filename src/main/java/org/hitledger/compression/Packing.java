package org.hitledger.compression;

import java.util.Arrays;
import java.util.Optional;

/** How logs may be packed, and which of it is read. */
public enum Packing {
  /** RFC 1952. */
  GZIP("gzip", ".gz", new byte[] {0x1F, (byte) 0x8B}),
  /** As bzip2 1.0 has it: a stream is of blocks of up to 900 kB, each with its checksum. */
  BZIP2("bzip2", ".bz2", new byte[] {'B', 'Z', 'h'}),
  /** RFC 8878. */
  ZSTD("zstd", ".zst", new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD}),
  /** The .xz file format, version 1.2. */
  XZ("xz", ".xz", new byte[] {(byte) 0xFD, '7', 'z', 'X', 'Z', 0});

  private static final int BZIP2_LEVEL = 3;

  private final String command;
  private final String suffix;
  private final byte[] start;

  Packing(String command, String suffix, byte[] start) {
    this.command = command;
    this.suffix = suffix;
    this.start = start;
  }

  /**
   * By the first bytes of a file.
   *
   * @param head some bytes, fewer if the file has no more
   * @return its packing, or nothing if it is not packed
   */
  public static Optional<Packing> ofContent(byte[] head) {
    return Arrays.stream(values()).filter(packing -> packing.starts(head)).findFirst();
  }

  private boolean starts(byte[] head) {
    return switch (this) {
      case GZIP, XZ -> startsAsItMust(head);
      // The first bytes could be those of a host's name, but for what must follow.
      case BZIP2 -> startsAsItMust(head) && isBzip2(head);
      // Some writers begin with a frame for themselves, that readers skip.
      case ZSTD -> startsAsItMust(head) || ZstdFrame.isSkippable(head);
    };
  }

  private boolean startsAsItMust(byte[] head) {
    return head.length >= start.length
        && Arrays.equals(head, 0, start.length, start, 0, start.length);
  }

  /** A level, and then a block or the end of the stream. */
  private static boolean isBzip2(byte[] head) {
    return head.length > BZIP2_LEVEL + 1
        && head[BZIP2_LEVEL] >= '1'
        && head[BZIP2_LEVEL] <= '9'
        && (head[BZIP2_LEVEL + 1] == 0x31 || head[BZIP2_LEVEL + 1] == 0x17);
  }

  /**
   * By the end of a file's name, which is what Hadoop goes by.
   *
   * @param name a name without folders
   * @return its packing, or nothing if it is read as it is
   */
  public static Optional<Packing> ofName(String name) {
    return Arrays.stream(values()).filter(packing -> name.endsWith(packing.suffix)).findFirst();
  }

  /** Reads members of this kind, of which there must be one at least. */
  Unpacker unpacker(StoredBytes raw) {
    return switch (this) {
      case GZIP -> new GzipUnpacker(raw);
      case BZIP2 -> new Bzip2Unpacker(raw);
      case ZSTD -> new ZstdUnpacker(raw);
      case XZ -> new XzUnpacker(raw);
    };
  }

  /**
   * Whether the first bytes can be had for little. Those of bzip2 are known when a block is, after
   * tens of milliseconds; xz takes as much memory as its writer has asked for, up to 64 MiB.
   *
   * @return false for bzip2 and xz
   */
  public boolean isCheapToLookInto() {
    return this == GZIP || this == ZSTD;
  }

  /**
   * What the names of such files end with.
   *
   * @return with its dot
   */
  public String suffix() {
    return suffix;
  }

  /**
   * The start of a shell command that unpacks standard input to standard output.
   *
   * @return a program and its options
   */
  public String unpackCommand() {
    return command + " -dc";
  }

  /**
   * The same, for files that need more memory than most.
   *
   * @return a program and its options
   */
  public String unpackAnyCommand() {
    return this == ZSTD ? command + " -dc --long=31" : unpackCommand();
  }

  @Override
  public String toString() {
    return command;
  }
}
