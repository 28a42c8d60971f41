package org.hitledger.compression;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.io.compress.CompressionInputStream;
import org.apache.hadoop.io.compress.Decompressor;
import org.apache.hadoop.io.compress.GzipCodec;

/**
 * The place under {@code textFile} where the bytes can be seen: Hadoop takes a codec that is listed
 * in {@code io.compression.codecs} instead of its own.
 */
public final class LogGzipCodec extends GzipCodec {
  private static final int BUFFER = 1 << 16;

  /** For Hadoop, which calls {@code setConf} next. */
  public LogGzipCodec() {}

  @Override
  public CompressionInputStream createInputStream(InputStream in) throws IOException {
    return new LogGzipStream(in, BUFFER, ReadOptions.from(getConf()));
  }

  @Override
  public CompressionInputStream createInputStream(InputStream in, Decompressor unused)
      throws IOException {
    return createInputStream(in);
  }

  /** None: our stream inflates by itself. */
  @Override
  public Class<? extends Decompressor> getDecompressorType() {
    return null;
  }

  /** None: our stream inflates by itself. */
  @Override
  public Decompressor createDecompressor() {
    return null;
  }
}
