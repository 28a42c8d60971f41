package org.hitledger.testing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;
import org.hitledger.source.Inputs;
import org.hitledger.spark.Session;
import org.hitledger.spark.SizedSettings;
import org.hitledger.spark.SparkSettings;

/** One Spark for all tests of this JVM, set up by the files that users get. Starts when needed. */
public final class SharedSpark {
  private static final String OPEN_COST = "spark.sql.files.openCostInBytes";

  private SharedSpark() {}

  /** Sessions for runs, which leave Spark running. */
  public static Session.Source sessions() {
    return (settings, inputs) -> {
      // What can be said of each run still is.
      RuntimeConfig conf = session().conf();
      if (settings.contains(OPEN_COST)) {
        conf.set(OPEN_COST, settings.get(OPEN_COST));
      }
      return new Session(session(), () -> conf.unset(OPEN_COST));
    };
  }

  /** The session itself. */
  public static SparkSession session() {
    return Holder.SESSION;
  }

  private static final class Holder {
    static final SparkSession SESSION = SparkSession.builder().config(settings()).getOrCreate();

    private static SparkConf settings() {
      var conf = new SparkConf(false);
      try (Reader in = Files.newBufferedReader(Path.of("conf/spark-defaults.conf"))) {
        var properties = new Properties();
        properties.load(in);
        properties.forEach((name, value) -> conf.set((String) name, ((String) value).strip()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      // More than one, so that what a shuffle may mix up is mixed up.
      conf.set("spark.sql.shuffle.partitions", "3");
      // Spark makes a folder for its catalog; this one is there.
      conf.set("spark.sql.warehouse.dir", "file:" + System.getProperty("java.io.tmpdir"));
      return SizedSettings.sizedFor(Inputs.none(), SparkSettings.complete(conf));
    }
  }
}
