package org.hitledger.count;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.hitledger.gzip.Reading;
import org.hitledger.input.Inputs;
import org.hitledger.period.Timeline;
import org.hitledger.rules.LineClassifier;

/** The main job: from log files to hits per path and the balance of lines. */
public final class CountJob {
  private final SparkSession spark;
  private final Inputs inputs;
  private final LineClassifier classifier;
  private final Timeline timeline;
  private final Reading reading;

  /**
   * A job that has not started.
   *
   * @param spark where it runs
   * @param inputs what it reads
   * @param classifier what it makes of each line
   * @param timeline the periods that hits are counted in
   * @param reading how gzip is read
   */
  public CountJob(
      SparkSession spark,
      Inputs inputs,
      LineClassifier classifier,
      Timeline timeline,
      Reading reading) {
    this.spark = spark;
    this.inputs = inputs;
    this.classifier = classifier;
    this.timeline = timeline;
    this.reading = reading;
  }

  /**
   * Plans the job. The files are read once, when the first of the results is asked for.
   *
   * @return the results, to be closed
   */
  public Counts plan() {
    return new Counts(Tallies.of(entries()), timeline);
  }

  private Dataset<Row> entries() {
    return LogLines.read(spark, inputs, reading)
        .transform(new EnterLines(classifier, timeline, reading.seal())::apply);
  }
}
