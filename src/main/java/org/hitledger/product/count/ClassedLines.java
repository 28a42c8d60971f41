package org.hitledger.product.count;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.hitledger.logformat.FileFormats;
import org.hitledger.period.TimeDivision;
import org.hitledger.product.findings.FindingsOfTasks;
import org.hitledger.product.findings.PartFinding;

/**
 * All lines of a run, each in its class: what counts are made of, wherever the lines come from.
 * Nothing is read before an action of Spark asks for it.
 */
public interface ClassedLines {

  /**
   * Where it is done.
   *
   * @return the session of the run
   */
  SparkSession spark();

  /**
   * The log format of each file.
   *
   * @return by the files as the balance names them
   */
  FileFormats formats();

  /**
   * Says what the jobs that follow read the lines for.
   *
   * @param purpose a few words, without any text of a log
   */
  void describeReading(String purpose);

  /**
   * Enters every line into the ledger: under its file and class and, if it is counted, once more
   * under its path. As in double-entry bookkeeping the two sides must come out equal in the end.
   *
   * @param division the periods that hits are counted in
   * @param findings told what is wrong with files, as far as it is still to be seen
   * @return the entries, in no order
   */
  Dataset<Entry> entries(TimeDivision division, FindingsOfTasks<PartFinding> findings);

  /**
   * Where the accesses go that are outside of the section.
   *
   * @return a name for each such access, as {@link FirstSegments#nameOf} gives it
   */
  Dataset<byte[]> segmentsOutside();
}
