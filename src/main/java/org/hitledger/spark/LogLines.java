package org.hitledger.spark;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.hitledger.compression.ReadOptions;
import org.hitledger.fault.InputFault;
import org.hitledger.source.InputFile;
import org.hitledger.source.Inputs;

/**
 * The lines of all files, as Spark reads text: packed files by the suffix and through our codecs,
 * one partition a packed file, plain text cut into partitions.
 */
public final class LogLines {
  /** A file of 4 TiB; a sum of these for a million files still is a number. */
  private static final long MORE_THAN_ANY_FILE = 1L << 42;

  private LogLines() {}

  /**
   * Reads all files.
   *
   * @param spark who reads
   * @param inputs the files
   * @param reading how packed files are read
   * @return a row for each line
   * @throws InputFault if Spark would leave a file out
   */
  public static Dataset<String> read(SparkSession spark, Inputs inputs, ReadOptions reading) {
    Dataset<String> lines = plan(spark, inputs, reading);
    requireAll(inputs, lines);
    return lines;
  }

  /**
   * Reads all files, each from its start to its end in one partition, whatever its size.
   *
   * @param spark who reads
   * @param inputs the files
   * @param reading how packed files are read
   * @return a row for each line
   * @throws InputFault if Spark would leave a file out
   */
  public static Dataset<String> readWhole(SparkSession spark, Inputs inputs, ReadOptions reading) {
    SparkSession uncut = spark.newSession();
    // Spark cuts files by the settings of the session that lists them; a reader has no option.
    uncut.conf().set("spark.sql.files.maxPartitionBytes", Long.MAX_VALUE);
    uncut.conf().set("spark.sql.files.openCostInBytes", MORE_THAN_ANY_FILE);
    return read(uncut, inputs, reading);
  }

  /**
   * Spark lists the files once more, and says nothing of one that it does not find or like: below a
   * folder named _spark_metadata, by a path filter of the site, or while it is gone for a moment.
   */
  private static void requireAll(Inputs inputs, Dataset<String> lines) {
    Set<String> listed =
        Arrays.stream(lines.inputFiles()).map(InputFile::nameOf).collect(Collectors.toSet());
    for (InputFile file : inputs.files()) {
      if (!listed.contains(file.name())) {
        throw new InputFault(
            "%s: Spark does not list it; run again, and if that does not help, move it to a folder with a plain name or look for a path filter in the site's settings"
                .formatted(file.name()));
      }
    }
  }

  private static Dataset<String> plan(SparkSession spark, Inputs inputs, ReadOptions reading) {
    return LiteralPaths.reader(spark)
        // A lone CR is data: by Spark's default it would end a record and could forge one.
        .option("lineSep", "\n")
        // Folders named like "day=1" are folders here, not columns.
        .option("recursiveFileLookup", true)
        // Whatever the site's settings say, these must not leave files or lines out without a word.
        .option("ignoreCorruptFiles", false)
        .option("ignoreMissingFiles", false)
        .option("mapreduce.input.linerecordreader.line.maxlength", Integer.MAX_VALUE)
        .options(reading.options())
        .textFile(
            inputs.files().stream()
                .map(InputFile::path)
                .map(Path::toString)
                .toArray(String[]::new));
  }
}
