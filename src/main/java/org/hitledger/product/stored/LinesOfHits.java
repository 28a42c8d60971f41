package org.hitledger.product.stored;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hitledger.logformat.FileFormats;
import org.hitledger.period.AllTime;
import org.hitledger.period.TimeDivision;
import org.hitledger.product.Columns;
import org.hitledger.product.count.ClassedLines;
import org.hitledger.product.count.Entry;
import org.hitledger.product.count.FirstSegments;
import org.hitledger.product.findings.FindingsOfTasks;
import org.hitledger.product.findings.PartFinding;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.Outcome;
import org.hitledger.spark.JobPurpose;

/**
 * The lines that stored hits were made of: accesses classified anew, and all others as they were.
 *
 * @param spark where it is done
 * @param hits the tables
 * @param classifier what puts each access into its class
 * @param outcomes from where it is known what its rules say
 */
public record LinesOfHits(
    SparkSession spark, StoredHits hits, LineClassifier classifier, OutcomeSource outcomes)
    implements ClassedLines {
  private static final StructType BALANCE =
      new StructType()
          .add(Columns.FILE.label(), DataTypes.StringType)
          .add(Columns.OUTCOME.label(), DataTypes.StringType)
          .add(Columns.LINES.label(), DataTypes.LongType);

  @Override
  public FileFormats formats() {
    return hits.formats();
  }

  @Override
  public void describeReading(String purpose) {
    JobPurpose.of(purpose).describeJobs(spark.sparkContext());
  }

  /** What is wrong with files was found when the hits were written. */
  @Override
  public Dataset<Entry> entries(TimeDivision division, FindingsOfTasks<PartFinding> findings) {
    var hitClassifier = HitClassifier.of(classifier, outcomes, division);
    return accesses(hitClassifier.rows())
        .mapPartitions(new ClassifyHits(hitClassifier, division), Entry.encoder())
        .union(others());
  }

  private Dataset<Row> accesses(HitRows rows) {
    return rows.select(hits.hits(spark, rows.schema()));
  }

  /** Lines that are no accesses are so by all rules. */
  private Dataset<Entry> others() {
    Object[] accesses =
        Arrays.stream(Outcome.values()).filter(Outcome::isAccepted).map(Outcome::label).toArray();
    return hits.balance(spark, BALANCE)
        .where(functions.not(Columns.OUTCOME.column().isin(accesses)))
        .map((MapFunction<Row, Entry>) LinesOfHits::entry, Entry.encoder());
  }

  private static Entry entry(Row lines) {
    return Entry.ofLines(
        lines.getString(0).getBytes(UTF_8),
        Outcome.labelled(lines.getString(1)).ordinal(),
        lines.getLong(2));
  }

  @Override
  public Dataset<byte[]> segmentsOutside() {
    var hitClassifier = HitClassifier.of(classifier, outcomes, AllTime.INSTANCE);
    return accesses(hitClassifier.rows())
        .mapPartitions(
            (MapPartitionsFunction<Row, byte[]>) all -> segments(all, hitClassifier),
            Encoders.BINARY());
  }

  private static Iterator<byte[]> segments(Iterator<Row> rows, HitClassifier classifier) {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false)
        .map(classifier::classify)
        .flatMap(line -> FirstSegments.nameOf(line).stream())
        .iterator();
  }
}
