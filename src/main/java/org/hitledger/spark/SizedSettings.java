package org.hitledger.spark;

import java.util.List;
import org.apache.spark.SparkConf;
import org.hitledger.source.Inputs;

/**
 * How this job sets up Spark for what a run does and how much it reads. What is given already is
 * kept.
 */
public final class SizedSettings {
  /** Compressed bytes whose distinct paths one reducer takes with ease. */
  private static final long BYTES_PER_REDUCER = 256L << 20;

  /** Parquet's bytes become some ten times as many in a shuffle. */
  private static final long BYTES_PER_REDUCER_OF_A_QUERY = 4L << 20;

  private static final long BYTES_PER_REDUCER_OF_A_REPORT = 8L << 20;

  private static final int MOST_REDUCERS = 2_000;

  private static final int MOST_FILES_WITH_A_TASK_EACH = 1_000;

  private static final String SHUFFLE_PARTITIONS = "spark.sql.shuffle.partitions";

  private static final String OPEN_COST = "spark.sql.files.openCostInBytes";

  private static final String PARTITION_BYTES = "spark.sql.files.maxPartitionBytes";

  private static final List<String> OF_EACH_RUN = List.of(SHUFFLE_PARTITIONS, OPEN_COST);

  private SizedSettings() {}

  /**
   * What hangs on the inputs. Reducers go by their size, and not by that of the machine, so that
   * results are cut into the same files everywhere.
   *
   * @param inputs what will be read
   * @param conf from {@link SparkSettings#complete}
   * @return a new configuration
   */
  public static SparkConf sizedFor(Inputs inputs, SparkConf conf) {
    SparkConf sized = conf.clone();
    sized.setIfMissing(SHUFFLE_PARTITIONS, Long.toString(reducers(inputs)));
    return sized;
  }

  /**
   * What hangs on reading files as Spark reads text. A packed file is one partition; but thousands
   * of small ones share partitions, since a task costs some milliseconds more than it takes to read
   * them: 10,000 files of 20 KB took 5 times as long as the same bytes in 11 files.
   *
   * @param inputs what will be read
   * @param conf from {@link SparkSettings#complete}
   * @return a new configuration
   */
  public static SparkConf forTextFiles(Inputs inputs, SparkConf conf) {
    SparkConf sized = conf.clone();
    if (inputs.files().size() <= MOST_FILES_WITH_A_TASK_EACH) {
      // Spark fills a partition up to its size; opening a file counts as filling one.
      sized.set(OPEN_COST, sized.get(PARTITION_BYTES, "128m"));
    }
    return sized;
  }

  /**
   * What hangs on writing wide rows. Each task writes a file for each date that it meets with, so
   * that many small logs share one; Spark's own default takes opening one for as much work as
   * reading 4 MiB. The log of a day has up to three dates, with what began before and ended after
   * it: these are written beside each other, and only rows of more dates are sorted first. What
   * writes Parquet keeps some 100 MB a task that Spark does not know of; what Spark sorts in goes
   * to disk instead. With its own defaults four tasks in 1 GiB have no memory left: each part that
   * was put on disk is read with two buffers more.
   *
   * @param conf from {@link SparkSettings#complete}
   * @return a new configuration
   */
  public static SparkConf forWideRows(SparkConf conf) {
    SparkConf sized = conf.clone();
    sized.setIfMissing(OPEN_COST, "256k");
    sized.setIfMissing("spark.sql.maxConcurrentOutputFileWriters", "3");
    sized.setIfMissing("spark.memory.fraction", "0.3");
    sized.setIfMissing("spark.unsafe.sorter.spill.read.ahead.enabled", "false");
    return sized;
  }

  /**
   * What hangs on adding up the panels of a report: nearly each access is of another visitor, so
   * that a reducer takes about as many bytes as a table of them has.
   *
   * @param inputs what will be read
   * @param conf from {@link SparkSettings#complete}
   * @return a new configuration
   */
  public static SparkConf forReports(Inputs inputs, SparkConf conf) {
    SparkConf sized = forWideRows(conf);
    long reducers = Math.min(1 + inputs.bytes() / BYTES_PER_REDUCER_OF_A_REPORT, MOST_REDUCERS);
    sized.setIfMissing("spark.sql.shuffle.partitions", Long.toString(reducers));
    return sized;
  }

  /**
   * What hangs on reading hits that are stored. A row of them is more work than the bytes that it
   * takes: three partitions of Spark's own 128 MiB keep two cores busy for as long as four.
   *
   * @param conf from {@link SparkSettings#complete}
   * @return a new configuration
   */
  public static SparkConf forStoredHits(SparkConf conf) {
    SparkConf sized = conf.clone();
    sized.setIfMissing(PARTITION_BYTES, "32m");
    return sized;
  }

  /**
   * What hangs on the results that a query reads. Nobody knows what it does with them: it gets many
   * small reducers, which Spark joins once it knows how large they are, so that the driver never
   * holds more than a part of the rows.
   *
   * @param bytes of the results, as stored
   * @param conf from {@link SparkSettings#complete}
   * @return a new configuration
   */
  public static SparkConf forQueries(long bytes, SparkConf conf) {
    SparkConf sized = conf.clone();
    long reducers = Math.min(1 + bytes / BYTES_PER_REDUCER_OF_A_QUERY, MOST_REDUCERS);
    sized.setIfMissing(SHUFFLE_PARTITIONS, Long.toString(reducers));
    // A query reads the tables of one folder, and not those of a metastore that the site may have.
    sized.set("spark.sql.catalogImplementation", "in-memory");
    // Spark makes a folder for its catalog once it looks a function up there. This one exists.
    sized.setIfMissing("spark.sql.warehouse.dir", "file:" + System.getProperty("java.io.tmpdir"));
    return sized;
  }

  /**
   * What runs of every kind need that follow one another in one Spark, as far as it holds for all
   * of Spark and cannot be said of each run: the memory that Parquet takes, and no metastore. The
   * rest each run sets for its own session.
   *
   * @param conf from {@link SparkSettings#complete}
   * @return a new configuration
   */
  public static SparkConf forManyRuns(SparkConf conf) {
    SparkConf all = forQueries(0, forWideRows(conf));
    // Of each run, unless they are given.
    OF_EACH_RUN.stream().filter(name -> !conf.contains(name)).forEach(all::remove);
    return all;
  }

  private static long reducers(Inputs inputs) {
    return Math.min(1 + inputs.bytes() / BYTES_PER_REDUCER, MOST_REDUCERS);
  }
}
