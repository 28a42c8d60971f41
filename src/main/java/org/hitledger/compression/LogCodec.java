package org.hitledger.compression;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configured;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionInputStream;
import org.apache.hadoop.io.compress.CompressionOutputStream;
import org.apache.hadoop.io.compress.Compressor;
import org.apache.hadoop.io.compress.Decompressor;

/**
 * The place under {@code textFile} where the bytes can be seen: Hadoop takes a codec that is listed
 * in {@code io.compression.codecs} instead of its own, by the suffix. None is one that can be
 * split, so that each file is read from its start, by one task.
 */
public abstract sealed class LogCodec extends Configured implements CompressionCodec {
  /** The codecs for all packings, as Hadoop wants them listed. */
  static final String NAMES =
      Stream.of(OfGzip.class, OfBzip2.class, OfZstd.class, OfXz.class)
          .map(Class::getName)
          .collect(Collectors.joining(","));

  private static final int BUFFER = 1 << 16;

  private final Packing packing;

  private LogCodec(Packing packing) {
    this.packing = packing;
  }

  /** Of {@code .gz}. */
  public static final class OfGzip extends LogCodec {
    /** For Hadoop, which calls {@code setConf} next. */
    public OfGzip() {
      super(Packing.GZIP);
    }
  }

  /** Of {@code .bz2}. */
  public static final class OfBzip2 extends LogCodec {
    /** For Hadoop, which calls {@code setConf} next. */
    public OfBzip2() {
      super(Packing.BZIP2);
    }
  }

  /** Of {@code .zst}. */
  public static final class OfZstd extends LogCodec {
    /** For Hadoop, which calls {@code setConf} next. */
    public OfZstd() {
      super(Packing.ZSTD);
    }
  }

  /** Of {@code .xz}. */
  public static final class OfXz extends LogCodec {
    /** For Hadoop, which calls {@code setConf} next. */
    public OfXz() {
      super(Packing.XZ);
    }
  }

  @Override
  public String getDefaultExtension() {
    return packing.suffix();
  }

  @Override
  public CompressionInputStream createInputStream(InputStream in) throws IOException {
    return new LogStream(packing, in, BUFFER, ReadOptions.from(getConf()));
  }

  @Override
  public CompressionInputStream createInputStream(InputStream in, Decompressor unused)
      throws IOException {
    return createInputStream(in);
  }

  /** None: our stream unpacks by itself. */
  @Override
  public Class<? extends Decompressor> getDecompressorType() {
    return null;
  }

  /** None: our stream unpacks by itself. */
  @Override
  public Decompressor createDecompressor() {
    return null;
  }

  /** Logs are only read. */
  @Override
  public CompressionOutputStream createOutputStream(OutputStream out) {
    throw new UnsupportedOperationException();
  }

  /** Logs are only read. */
  @Override
  public CompressionOutputStream createOutputStream(OutputStream out, Compressor compressor) {
    throw new UnsupportedOperationException();
  }

  /** Logs are only read. */
  @Override
  public Class<? extends Compressor> getCompressorType() {
    throw new UnsupportedOperationException();
  }

  /** Logs are only read. */
  @Override
  public Compressor createCompressor() {
    throw new UnsupportedOperationException();
  }
}
