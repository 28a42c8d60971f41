package org.hitledger.product.stored;

import java.io.Serializable;
import org.apache.spark.sql.Row;
import org.hitledger.fault.UsageFault;
import org.hitledger.rules.AcceptedLine;
import org.hitledger.rules.LineClassifier;

/**
 * Puts the accesses of a table of hits into the classes that their lines are in.
 *
 * @param rows how accesses are made of rows
 * @param classifier what lines are classified by
 */
record HitClassifier(HitRows rows, LineClassifier classifier) implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Classifies the access of a row.
   *
   * @throws UsageFault if the row does not say enough of it for these rules
   */
  AcceptedLine classify(Row row) {
    AcceptedLine line = classifier.accept(rows.access(row, Reading.OF_TEXT));
    AcceptedLine other = classifier.accept(rows.access(row, Reading.OF_BYTES));
    if (line.outcome() != other.outcome()) {
      throw unclear(row, line, other);
    }
    return line;
  }

  private UsageFault unclear(Row row, AcceptedLine line, AcceptedLine other) {
    return new UsageFault(
        "%s: whether an access is %s or %s cannot be told from its hit, which does not say if a \\xHH or a - was logged as such; have the rules (--rules) look for other texts, or count the logs"
            .formatted(rows.file(row), line.outcome().label(), other.outcome().label()));
  }
}
