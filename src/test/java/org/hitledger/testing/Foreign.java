package org.hitledger.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.hitledger.compression.Packing;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;

/** Bytes of a log as people store them, and as they are not read. */
public enum Foreign {
  /** In an archive, packed in there as logs are. */
  TAR("tar") {
    @Override
    public byte[] of(byte[] log) throws IOException {
      var bytes = new ByteArrayOutputStream();
      try (var tar = new TarArchiveOutputStream(bytes)) {
        add(tar, "var/access.log.1.gz", Packer.gzip(log));
        add(tar, "var/access.log", log);
      }
      return bytes.toByteArray();
    }

    private static void add(TarArchiveOutputStream tar, String name, byte[] content)
        throws IOException {
      var entry = new TarArchiveEntry(name);
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    }
  },
  /** In an archive of another kind. */
  ZIP("unzip") {
    @Override
    public byte[] of(byte[] log) throws IOException {
      var bytes = new ByteArrayOutputStream();
      try (var zip = new ZipOutputStream(bytes)) {
        for (String name : new String[] {"access.log", "access.log.1"}) {
          zip.putNextEntry(new ZipEntry(name));
          zip.write(log);
        }
      }
      return bytes.toByteArray();
    }
  },
  /** Packed in a way that is not read. */
  LZ4("lz4") {
    @Override
    public byte[] of(byte[] log) throws IOException {
      var bytes = new ByteArrayOutputStream();
      try (var lz4 = new FramedLZ4CompressorOutputStream(bytes)) {
        lz4.write(twice(log));
      }
      return bytes.toByteArray();
    }
  },
  /** Packed as before there was xz. */
  LZMA("xz") {
    @Override
    public byte[] of(byte[] log) throws IOException {
      var bytes = new ByteArrayOutputStream();
      try (var lzma = new LZMAOutputStream(bytes, new LZMA2Options(), -1)) {
        lzma.write(twice(log));
      }
      return bytes.toByteArray();
    }
  },
  /** As programs on Windows write it that leave the mark out. */
  UNMARKED_UTF_16("iconv") {
    @Override
    public byte[] of(byte[] log) {
      return new String(twice(log), UTF_8).getBytes(Charset.forName("UTF-16LE"));
    }
  },
  /** As Windows writes it. */
  UTF_16_LE("iconv") {
    @Override
    public byte[] of(byte[] log) {
      return ("\uFEFF" + new String(twice(log), UTF_8)).getBytes(Charset.forName("UTF-16LE"));
    }
  },
  /** As Java writes it. */
  UTF_16_BE("iconv") {
    @Override
    public byte[] of(byte[] log) {
      return new String(twice(log), UTF_8).getBytes(Charset.forName("UTF-16"));
    }
  },
  /** Whose mark begins as that of UTF-16. */
  UTF_32("iconv") {
    @Override
    public byte[] of(byte[] log) {
      return ("\uFEFF" + new String(twice(log), UTF_8)).getBytes(Charset.forName("UTF-32LE"));
    }
  };

  private final String command;

  Foreign(String command) {
    this.command = command;
  }

  /** What unpacks it in a shell. */
  public String command() {
    return command;
  }

  /** A file that has each line of the log twice. */
  public abstract byte[] of(byte[] log) throws IOException;

  /** The same, and packed. */
  public byte[] in(Packing packing, byte[] log) {
    try {
      return Packer.pack(packing, of(log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] twice(byte[] log) {
    var twice = new ByteArrayOutputStream();
    twice.writeBytes(log);
    twice.writeBytes(log);
    return twice.toByteArray();
  }
}
