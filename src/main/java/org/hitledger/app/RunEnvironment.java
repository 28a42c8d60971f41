package org.hitledger.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.hitledger.source.Inputs;
import org.hitledger.spark.ClusterWatch;
import org.hitledger.spark.JobProgress;
import org.hitledger.spark.Session;
import org.hitledger.spark.SparkSettings;

/**
 * What a run has around it.
 *
 * @param settings Spark's, complete
 * @param hadoop how to reach file systems
 * @param sessions where to get Spark from
 * @param streams where to print
 * @param cluster what watches the cluster, if Spark runs on one
 */
public record RunEnvironment(
    SparkConf settings,
    Configuration hadoop,
    Session.Source sessions,
    StandardStreams streams,
    ClusterWatch cluster) {
  /** Names the file of defaults where no spark-submit has read one; {@code submit.sh} sets it. */
  private static final String SPARK_DEFAULTS = "hitledger.spark-defaults";

  /**
   * Looks at what spark-submit has set for this process, on a thread beside the caller's: Spark's
   * settings, Hadoop's file systems and their logging take a third of a second to come up, in which
   * arguments can be read.
   *
   * @param sessions where to get Spark from
   * @param streams where to print
   * @param cluster what watches the cluster, if Spark runs on one
   * @return the environment, for which the first call may have to wait
   */
  public static Supplier<RunEnvironment> prepare(
      Session.Source sessions, StandardStreams streams, ClusterWatch cluster) {
    var preparation = new FutureTask<>(() -> ofThisProcess(sessions, streams, cluster));
    var thread = new Thread(preparation, "prepare-environment");
    // Nobody waits for it where the arguments are wrong.
    thread.setDaemon(true);
    thread.start();
    return () -> {
      beginProgress(streams);
      return await(preparation);
    };
  }

  private static void beginProgress(StandardStreams streams) {
    streams.beginProgress();
    streams.progress("reading settings");
  }

  /**
   * A further run begins in this environment.
   *
   * @return the environment, which tells a person from now on what is being done
   */
  public RunEnvironment begin() {
    beginProgress(streams);
    return this;
  }

  private static RunEnvironment ofThisProcess(
      Session.Source sessions, StandardStreams streams, ClusterWatch cluster) {
    Optional.ofNullable(System.getProperty(SPARK_DEFAULTS))
        .map(Path::of)
        .ifPresent(SparkSettings::loadDefaults);
    SparkConf settings = SparkSettings.complete(new SparkConf());
    Configuration hadoop = SparkSettings.hadoop(settings);
    openLocalFileSystem(hadoop);
    return new RunEnvironment(settings, hadoop, sessions, streams, cluster);
  }

  /** The first one takes its time; most runs have inputs, rules or outputs there. */
  private static void openLocalFileSystem(Configuration hadoop) {
    try {
      FileSystem.get(URI.create("file:///"), hadoop);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts Spark for this run.
   *
   * @param settings for the run, made of {@link #settings}
   * @param inputs what will be read
   * @return a session that tells a person, if one watches, how far its jobs are; to be closed
   */
  Session openSession(SparkConf settings, Inputs inputs) {
    streams.progress("starting Spark");
    if (!streams.showsProgress()) {
      return watched(settings, inputs);
    }
    Session session = watched(SparkSettings.watched(settings), inputs);
    SparkContext context = session.spark().sparkContext();
    var progress = new JobProgress(streams::progress);
    context.addSparkListener(progress);
    return new Session(
        session.spark(),
        () -> {
          context.removeSparkListener(progress);
          session.close();
        });
  }

  private Session watched(SparkConf settings, Inputs inputs) {
    return cluster.open(sessions, settings, inputs, streams::note);
  }

  /**
   * The same for runs that follow one another.
   *
   * @param lasting where they get Spark from
   * @param others where they print
   * @return an environment for each of them
   */
  public RunEnvironment in(Session.Source lasting, StandardStreams others) {
    return new RunEnvironment(settings, hadoop, lasting, others, cluster);
  }

  /** The options of a command for {@code run.json}, and where it ran. */
  Map<String, String> options(String command, Map<String, String> given) {
    var options = new LinkedHashMap<String, String>();
    options.put("command", command);
    options.putAll(given);
    options.put("master", settings.get("spark.master"));
    return options;
  }

  private static RunEnvironment await(FutureTask<RunEnvironment> preparation) {
    try {
      return preparation.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Spark's settings were read", e);
    }
  }
}
