package org.hitledger.product.rejects;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.hitledger.balance.Balance;
import org.hitledger.fault.OutputFault;
import org.hitledger.product.Columns;
import org.hitledger.product.RejectedLines;
import org.hitledger.product.findings.FindingsOfTasks;
import org.hitledger.publish.ResultFolder;
import org.hitledger.rules.Outcome;
import org.hitledger.source.HadoopFileSystems;
import org.hitledger.spark.JobPurpose;
import org.hitledger.spark.LiteralPaths;

/**
 * The table of rejected lines, for who wants to see them: {@code file} string, {@code line_number}
 * bigint (null where the file was read in parts), {@code outcome} string, {@code line} binary (its
 * first 4,096 bytes). Its lines are kept while all lines are read, in files beside the table.
 */
public final class RejectsTable {
  private static final StructType SCHEMA =
      new StructType()
          .add(Columns.FILE.label(), DataTypes.StringType, false)
          .add(Columns.LINE_NUMBER.label(), DataTypes.LongType, true)
          .add(Columns.OUTCOME.label(), DataTypes.StringType, false)
          .add(Columns.LINE.label(), DataTypes.BinaryType, false);

  private static final String KEPT = "kept";

  private final SparkSession spark;
  private final String folder;
  private final Broadcast<SerializableConfiguration> hadoop;
  private final FindingsOfTasks<TaskFile> files = new FindingsOfTasks<>();

  private RejectsTable(SparkSession spark, String folder) {
    this.spark = spark;
    this.folder = folder;
    hadoop =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .broadcast(new SerializableConfiguration(conf()));
    spark.sparkContext().register(files);
  }

  /**
   * A table that has no lines yet.
   *
   * @param spark who writes it
   * @param folder where to; an existing folder without this table
   * @return the table, which {@link #lines} makes
   * @throws OutputFault if nothing can be written there
   */
  public static RejectsTable in(SparkSession spark, String folder) {
    var table = new RejectsTable(spark, folder);
    table.makeFolder();
    return table;
  }

  private Configuration conf() {
    return spark.sparkContext().hadoopConfiguration();
  }

  private Path kept() {
    return new Path(folder, KEPT);
  }

  private void makeFolder() {
    try {
      HadoopFileSystems.of(kept(), conf()).mkdirs(kept());
    } catch (IOException e) {
      throw new OutputFault("cannot write to %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  /**
   * Where its lines go while all lines are read.
   *
   * @return for one reading
   */
  public RejectedLines lines() {
    return new KeptLines(kept().toString(), files, hadoop);
  }

  /**
   * Writes the table as Parquet, by file and line number, and makes sure that it has just the lines
   * that were counted as rejected.
   *
   * @param balance of all lines
   * @throws IllegalStateException if others were written
   * @throws OutputFault if it cannot be written
   */
  public void writeAndAudit(Balance balance) {
    JobPurpose.of("writing the rejected lines").describeJobs(spark.sparkContext());
    spark
        .createDataset(TaskFile.names(files.value()), Encoders.STRING())
        .flatMap(new ReadKeptLines(hadoop), Encoders.row(SCHEMA))
        .orderBy(Columns.FILE.column(), Columns.LINE_NUMBER.column(), Columns.LINE.column())
        .write()
        .parquet(folder + "/" + ResultFolder.REJECTS);
    deleteKept();
    audit(balance);
  }

  private void deleteKept() {
    try {
      HadoopFileSystems.of(kept(), conf()).delete(kept(), true);
    } catch (IOException e) {
      throw new OutputFault("cannot delete %s: %s".formatted(kept(), e.getMessage()), e);
    }
  }

  private void audit(Balance balance) {
    JobPurpose.of("auditing the rejected lines").describeJobs(spark.sparkContext());
    Map<Outcome, Long> written = new EnumMap<>(Outcome.class);
    LiteralPaths.reader(spark)
        .parquet(folder + "/" + ResultFolder.REJECTS)
        .groupBy(Columns.OUTCOME.column())
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(row -> written.put(Outcome.labelled(row.getString(0)), row.getLong(1)));
    if (!new Balance(written).lines().equals(balance.onlyRejected().lines())) {
      throw new IllegalStateException(
          "the rejects do not add up: %s written, %s counted".formatted(written, balance.lines()));
    }
  }
}
