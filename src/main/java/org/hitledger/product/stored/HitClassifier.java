package org.hitledger.product.stored;

import java.io.Serializable;
import org.apache.spark.sql.Row;
import org.hitledger.period.TimeDivision;
import org.hitledger.rules.AcceptedLine;
import org.hitledger.rules.LineClassifier;

/**
 * Puts the accesses of a table of hits into the classes that their lines are in.
 *
 * @param rows how accesses are made of rows
 * @param classifier what lines are classified by
 * @param outcomes from where it is known what its rules say
 */
record HitClassifier(HitRows rows, LineClassifier classifier, OutcomeSource outcomes)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** With the columns that it takes, also to find the periods of hits. */
  static HitClassifier of(
      LineClassifier classifier, OutcomeSource outcomes, TimeDivision division) {
    return new HitClassifier(
        HitRows.neededBy(outcomes.columnsOf(classifier), division), classifier, outcomes);
  }

  /**
   * Classifies the access of a row.
   *
   * @throws org.hitledger.fault.UsageFault if the row does not say enough of it for these rules
   */
  AcceptedLine classify(Row row) {
    return outcomes.classify(row, rows, classifier);
  }
}
