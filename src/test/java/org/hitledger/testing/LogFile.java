package org.hitledger.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hitledger.compression.Packing;

/** Writes log files as servers and their rotation do. */
public final class LogFile {
  private LogFile() {}

  /** A file with an LF after each line: packed if its name ends so, plain text otherwise. */
  public static Path write(Path file, List<byte[]> lines) {
    return writeBytes(file, joined(lines));
  }

  /** The same, of bytes that are there already. */
  public static Path writeBytes(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      return Files.write(
          file,
          Packing.ofName(file.getFileName().toString())
              .map(packing -> Packer.pack(packing, content))
              .orElse(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of just these bytes. */
  public static Path writeRaw(Path file, byte[] content) {
    try {
      return Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One gzip member. */
  public static byte[] gzip(byte[] content) {
    return Packer.gzip(content);
  }

  /** Lines with an LF after each. */
  public static byte[] joined(List<byte[]> lines) {
    var bytes = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      bytes.writeBytes(line);
      bytes.write('\n');
    }
    return bytes.toByteArray();
  }
}
