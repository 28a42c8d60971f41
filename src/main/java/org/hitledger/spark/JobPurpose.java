package org.hitledger.spark;

import java.util.Properties;
import org.apache.spark.SparkContext;
import org.hitledger.source.Inputs;

/**
 * What jobs of Spark are for. It travels with each job, so that those who listen know it too.
 *
 * @param words a few words, without any text of a log
 * @param files log files that the jobs read, each as a whole; 0 if they read none
 * @param bytes of these files, as stored
 */
public record JobPurpose(String words, int files, long bytes) {
  private static final String WORDS = "hitledger.purpose";
  private static final String FILES = "hitledger.files";
  private static final String BYTES = "hitledger.bytes";

  /**
   * Of jobs that read no logs.
   *
   * @param words what they are for
   * @return a purpose without files
   */
  public static JobPurpose of(String words) {
    return new JobPurpose(words, 0, 0);
  }

  /**
   * Of jobs that read logs.
   *
   * @param words what they are for
   * @param inputs what they read
   * @return a purpose with files
   */
  public static JobPurpose reading(String words, Inputs inputs) {
    return new JobPurpose(words, inputs.files().size(), inputs.bytes());
  }

  /** Of a job that somebody has started. */
  static JobPurpose of(Properties job) {
    return new JobPurpose(
        job.getProperty(WORDS, ""),
        Integer.parseInt(job.getProperty(FILES, "0")),
        Long.parseLong(job.getProperty(BYTES, "0")));
  }

  /**
   * Says it of the jobs that this thread starts from here on.
   *
   * @param spark who runs them
   */
  public void describeJobs(SparkContext spark) {
    spark.setJobDescription(readsLogs() ? "%s (files: %,d)".formatted(words, files) : words);
    spark.setLocalProperty(WORDS, words);
    spark.setLocalProperty(FILES, Integer.toString(files));
    spark.setLocalProperty(BYTES, Long.toString(bytes));
  }

  boolean isKnown() {
    return !words.isEmpty();
  }

  boolean readsLogs() {
    return files > 0;
  }
}
