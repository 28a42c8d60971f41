package org.hitledger.spark;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.local.RawLocalFs;
import org.apache.spark.SparkConf;
import org.hitledger.fault.UsageFault;
import org.hitledger.source.Inputs;
import scala.Tuple2;

/**
 * How this job sets up Spark. What may be tuned stands in {@code conf/spark-defaults.conf}; here is
 * only what results depend on, and what hangs on the inputs.
 */
public final class SparkSettings {
  private static final String LOOPBACK = "127.0.0.1";

  private static final String HEARTBEAT_INTERVAL = "spark.executor.heartbeatInterval";

  private static final String HADOOP_PREFIX = "spark.hadoop.";

  /** Compressed bytes whose distinct paths one reducer takes with ease. */
  private static final long BYTES_PER_REDUCER = 256L << 20;

  /** Parquet's bytes become some ten times as many in a shuffle. */
  private static final long BYTES_PER_REDUCER_OF_A_QUERY = 4L << 20;

  private static final long BYTES_PER_REDUCER_OF_A_REPORT = 8L << 20;

  private static final int MOST_REDUCERS = 2_000;

  private static final int MOST_FILES_WITH_A_TASK_EACH = 1_000;

  private static final String SHUFFLE_PARTITIONS = "spark.sql.shuffle.partitions";

  private static final String OPEN_COST = "spark.sql.files.openCostInBytes";

  private static final List<String> OF_EACH_RUN = List.of(SHUFFLE_PARTITIONS, OPEN_COST);

  private SparkSettings() {}

  /**
   * Takes over the defaults of a file, as spark-submit does; what is set already wins over them.
   *
   * @param file in the form of {@code spark-defaults.conf}
   * @throws UsageFault if it cannot be read
   */
  public static void loadDefaults(Path file) {
    var defaults = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      defaults.load(in);
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageFault("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
    defaults.stringPropertyNames().stream()
        .filter(name -> name.startsWith("spark.") && System.getProperty(name) == null)
        .forEach(name -> System.setProperty(name, defaults.getProperty(name).strip()));
  }

  /**
   * The settings of a run.
   *
   * @param given what spark-submit and the user have set; wins over what is only a default
   * @return a new configuration
   */
  public static SparkConf complete(SparkConf given) {
    SparkConf conf = given.clone();
    conf.setIfMissing("spark.master", "local[4]");
    conf.setIfMissing("spark.app.name", "hitledger");
    if (MasterCheck.isLocal(conf.get("spark.master"))) {
      listenOnLoopback(conf);
    }
    // The checksum layer takes a stale .crc beside a log for damage, and moves the user's log away.
    conf.set(HADOOP_PREFIX + "fs.file.impl", RawLocalFileSystem.class.getName());
    // Not the one that spark-submit may have opened with its own settings before us.
    conf.set(HADOOP_PREFIX + "fs.file.impl.disable.cache", "true");
    conf.set(HADOOP_PREFIX + "fs.AbstractFileSystem.file.impl", RawLocalFs.class.getName());
    ObjectStoreSettings.complete(conf);
    // Publishes when the job commits, not when a task does.
    conf.set(HADOOP_PREFIX + "mapreduce.fileoutputcommitter.algorithm.version", "1");
    conf.set(HADOOP_PREFIX + "mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");
    // As moments that every reader understands, not as the old Hive's INT96.
    conf.set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    // Also those before 1900, of clocks that are wrong: as they are, in the Gregorian calendar.
    conf.set("spark.sql.parquet.datetimeRebaseModeInWrite", "CORRECTED");
    // And read as such, not as what the clocks of this machine show.
    conf.set("spark.sql.session.timeZone", "UTC");
    return conf;
  }

  /**
   * With a local master driver and executors are one process: nobody else has anything to ask of
   * it. By default Spark listens on the machine's network address, and asks nobody who he is.
   */
  private static void listenOnLoopback(SparkConf conf) {
    if (System.getenv("SPARK_LOCAL_IP") == null) {
      conf.setIfMissing("spark.driver.host", LOOPBACK);
      conf.setIfMissing("spark.driver.bindAddress", LOOPBACK);
    }
  }

  /**
   * Hadoop's configuration as Spark will see it, for what is checked before Spark starts.
   *
   * @param conf from {@link #complete}
   * @return site files and all {@code spark.hadoop.} settings
   */
  public static Configuration hadoop(SparkConf conf) {
    var hadoop = new Configuration();
    Arrays.stream(conf.getAll())
        .filter(setting -> setting._1().startsWith(HADOOP_PREFIX))
        .forEach(setting -> hadoop.set(name(setting), setting._2()));
    return hadoop;
  }

  private static String name(Tuple2<String, String> setting) {
    return setting._1().substring(HADOOP_PREFIX.length());
  }

  /**
   * What hangs on the inputs. Reducers go by their size, and not by that of the machine, so that
   * results are cut into the same files everywhere.
   *
   * @param inputs what will be read
   * @param conf from {@link #complete}
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
   * @param conf from {@link #complete}
   * @return a new configuration
   */
  public static SparkConf forTextFiles(Inputs inputs, SparkConf conf) {
    SparkConf sized = conf.clone();
    if (inputs.files().size() <= MOST_FILES_WITH_A_TASK_EACH) {
      // Spark fills a partition up to its size; opening a file counts as filling one.
      sized.set(OPEN_COST, sized.get("spark.sql.files.maxPartitionBytes", "128m"));
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
   * @param conf from {@link #complete}
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
   * @param conf from {@link #complete}
   * @return a new configuration
   */
  public static SparkConf forReports(Inputs inputs, SparkConf conf) {
    SparkConf sized = forWideRows(conf);
    long reducers = Math.min(1 + inputs.bytes() / BYTES_PER_REDUCER_OF_A_REPORT, MOST_REDUCERS);
    sized.setIfMissing("spark.sql.shuffle.partitions", Long.toString(reducers));
    return sized;
  }

  /**
   * What hangs on the results that a query reads. Nobody knows what it does with them: it gets many
   * small reducers, which Spark joins once it knows how large they are, so that the driver never
   * holds more than a part of the rows.
   *
   * @param bytes of the results, as stored
   * @param conf from {@link #complete}
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
   * @param conf from {@link #complete}
   * @return a new configuration
   */
  public static SparkConf forManyRuns(SparkConf conf) {
    SparkConf all = forQueries(0, forWideRows(conf));
    // Of each run, unless they are given.
    OF_EACH_RUN.stream().filter(name -> !conf.contains(name)).forEach(all::remove);
    return all;
  }

  /**
   * What hangs on somebody who watches: executors say once a second how far their tasks are. Spark
   * waits no longer for an answer to that than until the next is due, and lets executors go that
   * got none for 60 times; they still have the ten minutes of its own defaults.
   *
   * @param conf from {@link #complete}
   * @return a new configuration
   */
  public static SparkConf watched(SparkConf conf) {
    SparkConf watched = conf.clone();
    if (!watched.contains(HEARTBEAT_INTERVAL)) {
      watched.set(HEARTBEAT_INTERVAL, "1s");
      watched.setIfMissing("spark.executor.heartbeat.maxFailures", "600");
    }
    return watched;
  }

  private static long reducers(Inputs inputs) {
    return Math.min(1 + inputs.bytes() / BYTES_PER_REDUCER, MOST_REDUCERS);
  }
}
