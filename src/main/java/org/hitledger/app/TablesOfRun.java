package org.hitledger.app;

import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.hitledger.product.RejectedLines;
import org.hitledger.product.rejects.RejectsTable;
import org.hitledger.publish.Outputs;
import org.hitledger.publish.Publication;
import org.hitledger.spark.SparkFailures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a run writes before it publishes.
 *
 * @param results the folder of its product's tables, if they are published
 * @param rejects the table of rejected lines, if it is published
 */
record TablesOfRun(Optional<String> results, Optional<RejectsTable> rejects) {
  private static final Logger LOG = LoggerFactory.getLogger(TablesOfRun.class);

  /** Those of some outputs, none of them written. */
  static TablesOfRun of(Outputs outputs, SparkSession spark) {
    return new TablesOfRun(
        outputs.results().map(Publication::stagingName),
        outputs.rejects().map(folder -> RejectsTable.in(spark, folder.stagingName())));
  }

  /** Those of a segment, which has all of them in one folder. */
  static TablesOfRun ofSegment(Outputs outputs, boolean keepsRejects, SparkSession spark) {
    Optional<String> folder = outputs.results().map(Publication::stagingName);
    return new TablesOfRun(
        folder, folder.filter(any -> keepsRejects).map(name -> RejectsTable.in(spark, name)));
  }

  /** Where rejected lines go while all lines are read. */
  RejectedLines rejectedLines() {
    return rejects.map(RejectsTable::lines).orElseGet(RejectedLines::unwanted);
  }

  /** Writes what is not written yet. */
  void write(MadeProduct made) {
    results.ifPresent(folder -> SparkFailures.whileWriting(() -> made.write(folder)));
    rejects.ifPresent(
        table -> SparkFailures.whileWriting(() -> table.writeAndAudit(made.totals().balance())));
  }

  /** Makes sure that readers will find what was counted. */
  void requireWritten(MadeProduct made) {
    results.ifPresent(
        folder -> {
          LOG.info("auditing what was written to {}", folder);
          made.requireWritten(folder);
        });
  }
}
