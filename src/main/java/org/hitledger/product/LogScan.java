package org.hitledger.product;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.hitledger.compression.ReadOptions;
import org.hitledger.logformat.FileFormats;
import org.hitledger.logformat.LogFormat;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.PathRules;
import org.hitledger.source.InputFile;
import org.hitledger.source.Inputs;
import org.hitledger.spark.JobPurpose;
import org.hitledger.spark.LogLines;

/**
 * The lines of a run: where they come from, how they are read and what is made of each. All
 * products of a run are made of the same one.
 *
 * @param spark where it is done
 * @param inputs the log files
 * @param reading how compressed files are read
 * @param formats the log format of each file
 * @param rules what decides which accesses count
 * @param classifier what puts each line into its class
 * @param rejected where rejected lines go
 */
public record LogScan(
    SparkSession spark,
    Inputs inputs,
    ReadOptions reading,
    FileFormats formats,
    PathRules rules,
    LineClassifier classifier,
    RejectedLines rejected) {

  /**
   * Plans to read all lines.
   *
   * @return a row for each line
   * @throws org.hitledger.fault.InputFault if Spark would leave a file out
   */
  public Dataset<String> lines() {
    Set<String> whole = filesReadWhole();
    if (whole.isEmpty()) {
      return LogLines.read(spark, inputs, reading);
    }
    Dataset<String> uncut = LogLines.readWhole(spark, inputs.only(whole), reading);
    Inputs others = inputs.without(whole);
    return others.files().isEmpty() ? uncut : LogLines.read(spark, others, reading).union(uncut);
  }

  /** What a line of such a file says hangs on the lines before it. */
  private Set<String> filesReadWhole() {
    Map<String, LogFormat> distinct = formats.distinct();
    return inputs.files().stream()
        .map(InputFile::name)
        .filter(file -> distinct.get(formats.nameOf(file)).hasHeaders())
        .collect(Collectors.toSet());
  }

  /**
   * Says what the jobs that follow are for, in Spark's web page and history and to who waits.
   *
   * @param purpose a few words, without any text of a log
   */
  public void describeJobs(String purpose) {
    JobPurpose.of(purpose).describeJobs(spark.sparkContext());
  }

  /**
   * The same of jobs that read the lines.
   *
   * @param purpose a few words, without any text of a log
   */
  public void describeReading(String purpose) {
    JobPurpose.reading(purpose, inputs).describeJobs(spark.sparkContext());
  }
}
