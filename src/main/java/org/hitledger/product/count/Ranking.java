package org.hitledger.product.count;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.hitledger.product.Columns;

/** The order in which path counts are always shown. */
enum Ranking {
  /** Most hits first, then by the path's bytes. */
  OF_ALL_TIME(Columns.COUNT.column().desc(), Columns.PATH.column().asc()),

  /** One period after the other, and each as if it were alone. */
  OF_PERIODS(
      Columns.PERIOD_START.column().asc(),
      Columns.COUNT.column().desc(),
      Columns.PATH.column().asc());

  private static final String RANK = "rank";

  private final List<Column> order;

  Ranking(Column... order) {
    this.order = List.of(order);
  }

  /** The order of a table, which is to be seen from its columns. */
  static Ranking of(Dataset<Row> pathCounts) {
    return List.of(pathCounts.columns()).contains(Columns.PERIOD_START.label())
        ? OF_PERIODS
        : OF_ALL_TIME;
  }

  /** To sort by. */
  Column[] order() {
    return order.toArray(Column[]::new);
  }

  /** The first rows of each period, in no order; no process holds more of them than it can. */
  static Dataset<Row> firstOfEachPeriod(Dataset<Row> pathCounts, int most) {
    Column rank =
        row_number()
            .over(Window.partitionBy(Columns.PERIOD_START.column()).orderBy(OF_ALL_TIME.order()));
    return pathCounts.withColumn(RANK, rank).where(col(RANK).leq(most)).drop(RANK);
  }
}
