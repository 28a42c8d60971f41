package org.hitledger.product.hits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.hitledger.publish.TableFile;
import org.hitledger.source.HadoopFileSystems;

/** The files of a table that is partitioned, as its tasks have left them. */
final class TableFiles {
  /** Of a sensible size: few enough to open, and to be read by several tasks. */
  private static final long BYTES_PER_FILE = 64L << 20;

  /** So many files for each that there should be are worth writing the table once more... */
  private static final int FAR_TOO_MANY = 2;

  /** ...if they are so small that opening one takes longer than reading it. */
  private static final long SMALL = 256L << 10;

  private final FileSystem fs;
  private final Path table;
  private final List<TableFile> files;
  private final long bytes;

  TableFiles(SparkSession spark, String table) {
    this.table = new Path(table);
    try {
      fs = HadoopFileSystems.of(this.table, spark.sparkContext().hadoopConfiguration());
      files = TableFile.below(this.table, fs);
      bytes = files.stream().mapToLong(TableFile::bytes).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean areFarTooMany() {
    long partitions = files.stream().map(TableFile::partition).distinct().count();
    return files.size() > FAR_TOO_MANY * (partitions + partsToGather())
        && bytes / files.size() < SMALL;
  }

  /** How many tasks shall write the table anew, each one file or one more than it has dates. */
  int partsToGather() {
    return (int) Math.min(1 + bytes / BYTES_PER_FILE, Integer.MAX_VALUE);
  }

  /** Puts the files of another folder in place of these. */
  void replaceBy(String folder) {
    try {
      fs.delete(table, true);
      if (!fs.rename(new Path(folder), table)) {
        throw new IOException("cannot rename %s to %s".formatted(folder, table));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
