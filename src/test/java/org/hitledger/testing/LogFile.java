package org.hitledger.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes log files as servers and their rotation do. */
public final class LogFile {
  private LogFile() {}

  /** A file with an LF after each line: gzip if its name ends so, plain text otherwise. */
  public static Path write(Path file, List<byte[]> lines) {
    return writeBytes(file, joined(lines));
  }

  /** The same, of bytes that are there already. */
  public static Path writeBytes(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      boolean isGzip = file.getFileName().toString().endsWith(".gz");
      return Files.write(file, isGzip ? gzip(content) : content);
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
    var bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
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
