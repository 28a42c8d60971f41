package org.hitledger.product;

import static org.apache.spark.sql.functions.udf;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.hitledger.rules.Outcome;
import org.hitledger.source.InputFile;

/** Files and classes as people name them: rows have URIs and ordinals while they are counted. */
public final class OutcomeNames {
  private static final UserDefinedFunction FILE_NAME =
      udf((UDF1<String, String>) InputFile::nameOf, DataTypes.StringType);
  private static final UserDefinedFunction LABEL =
      udf((UDF1<Integer, String>) OutcomeNames::label, DataTypes.StringType);

  private OutcomeNames() {}

  /**
   * Names the files and classes of a table.
   *
   * @param table with the columns {@code file} as URI and {@code outcome} as ordinal
   * @return the same rows, with the file's path and the class's label instead
   */
  public static Dataset<Row> named(Dataset<Row> table) {
    return table
        .withColumn(Columns.FILE.label(), FILE_NAME.apply(Columns.FILE.column()))
        .withColumn(Columns.OUTCOME.label(), LABEL.apply(Columns.OUTCOME.column()));
  }

  private static String label(int ordinal) {
    return Outcome.values()[ordinal].label();
  }
}
