package org.hitledger.spark;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.local.RawLocalFs;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.hitledger.fault.UsageFault;

/**
 * How this job sets up Spark. What may be tuned stands in {@code conf/spark-defaults.conf}; here is
 * only what results depend on. What hangs on a run has {@link SizedSettings}.
 */
public final class SparkSettings {
  private static final String LOOPBACK = "127.0.0.1";

  private static final String HEARTBEAT_INTERVAL = "spark.executor.heartbeatInterval";

  private static final String HADOOP_PREFIX = "spark.hadoop.";

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
   * @return site files, all {@code spark.hadoop.} settings, and what Spark takes from elsewhere:
   *     credentials of S3 from the environment, or, in a container of YARN, what the machine has
   *     sent along that submitted the run
   */
  public static Configuration hadoop(SparkConf conf) {
    return SparkHadoopUtil.get().newConfiguration(conf);
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
}
