package org.hitledger.product.count;

import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;

/**
 * One entry of the ledger, as Spark reads it: a column for each getter.
 *
 * <p>No entry has both a file and a path, of which there would be too many: with one row for each
 * pair, 10,000 small files spent half their time on such rows.
 */
public final class Entry {
  /** Instead of null, for which Spark's aggregation leaves its fast path. */
  private static final byte[] NOTHING = {};

  private final byte[] file;
  private final int outcome;
  private final long periodStart;
  private final byte[] path;
  private final long lines;

  private Entry(byte[] file, int outcome, long periodStart, byte[] path, long lines) {
    this.file = file;
    this.outcome = outcome;
    this.periodStart = periodStart;
    this.path = path;
    this.lines = lines;
  }

  /**
   * How Spark makes a row of one.
   *
   * @return a column for each getter
   */
  public static Encoder<Entry> encoder() {
    return Encoders.bean(Entry.class);
  }

  /**
   * Some lines of one class, under their file.
   *
   * @param file as the balance names it, in UTF-8
   * @param outcome ordinal of an {@link org.hitledger.rules.Outcome}
   * @param lines their number
   * @return the entry
   */
  public static Entry ofLines(byte[] file, int outcome, long lines) {
    return new Entry(file, outcome, 0, NOTHING, lines);
  }

  /**
   * One hit, under its period and its path.
   *
   * @param outcome ordinal of {@link org.hitledger.rules.Outcome#COUNTED}
   * @param periodStart when the period starts, in seconds since 1970-01-01T00:00:00Z
   * @param path in UTF-8
   * @return the entry
   */
  public static Entry ofHit(int outcome, long periodStart, byte[] path) {
    return new Entry(NOTHING, outcome, periodStart, path, 1);
  }

  /**
   * The file.
   *
   * @return as the balance names it, in UTF-8, or nothing
   */
  public byte[] getFile() {
    return file;
  }

  /**
   * The class.
   *
   * @return ordinal of an {@link org.hitledger.rules.Outcome}
   */
  public int getOutcome() {
    return outcome;
  }

  /**
   * The period.
   *
   * @return when it starts, in seconds since 1970-01-01T00:00:00Z; 0 if there are no periods
   */
  public long getPeriodStart() {
    return periodStart;
  }

  /**
   * The path.
   *
   * @return UTF-8, or nothing
   */
  public byte[] getPath() {
    return path;
  }

  /**
   * How many lines the entry stands for.
   *
   * @return their number
   */
  public long getLines() {
    return lines;
  }
}
