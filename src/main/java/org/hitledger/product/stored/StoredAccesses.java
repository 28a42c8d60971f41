package org.hitledger.product.stored;

import static java.util.stream.Collectors.toMap;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hitledger.balance.Balance;
import org.hitledger.product.Columns;
import org.hitledger.product.hits.HitColumn;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.Outcome;

/**
 * The accesses of stored hits, with the columns that somebody wants, each in the class that it is
 * in now.
 */
public final class StoredAccesses implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HitRows rows;
  private final HitClassifier classifier;

  /**
   * Accesses that are classified anew where that is needed.
   *
   * @param columns those that are wanted
   * @param classifier what puts each access into its class
   * @param outcomes from where it is known what its rules say
   */
  public StoredAccesses(Set<HitColumn> columns, LineClassifier classifier, OutcomeSource outcomes) {
    rows = HitRows.with(columns, outcomes.columnsOf(classifier));
    this.classifier = new HitClassifier(rows, classifier, outcomes);
  }

  /**
   * Plans to read them.
   *
   * @param spark who reads
   * @param hits where they are
   * @return rows that begin with the columns wanted, in their order; texts as bytes and moments as
   *     numbers
   */
  public Dataset<Row> read(SparkSession spark, StoredHits hits) {
    return rows.select(hits.hits(spark, rows.schema()));
  }

  /**
   * The class of an access.
   *
   * @param row one of those read
   * @return its class
   * @throws org.hitledger.fault.UsageFault if the row does not say enough of it for these rules
   */
  public Outcome outcome(Row row) {
    return classifier.classify(row).outcome();
  }

  /**
   * The lines that are no accesses, which are so by all rules.
   *
   * @param spark who reads
   * @param hits where their balance is
   * @return how many of each class
   */
  public static Balance others(SparkSession spark, StoredHits hits) {
    var columns =
        new StructType()
            .add(Columns.OUTCOME.label(), DataTypes.StringType)
            .add(Columns.LINES.label(), DataTypes.LongType);
    Map<Outcome, Long> lines =
        hits
            .balance(spark, columns)
            .groupBy(Columns.OUTCOME.column())
            .agg(functions.sum(Columns.LINES.column()))
            .collectAsList()
            .stream()
            .collect(toMap(row -> Outcome.labelled(row.getString(0)), row -> row.getLong(1)));
    EnumSet.allOf(Outcome.class).stream().filter(Outcome::isAccepted).forEach(lines::remove);
    return new Balance(lines);
  }
}
