package org.hitledger.product.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hitledger.product.hits.HitColumn;

/** The columns of hits that a report needs, in their order. */
public final class ReportColumns {
  private static final List<HitColumn> NEEDED =
      List.of(
          HitColumn.TIME,
          HitColumn.HOST,
          HitColumn.VHOST,
          HitColumn.METHOD,
          HitColumn.PATH,
          HitColumn.PROTOCOL,
          HitColumn.STATUS,
          HitColumn.BYTES,
          HitColumn.DURATION,
          HitColumn.REFERER,
          HitColumn.REFERER_HOST,
          HitColumn.USER_AGENT,
          HitColumn.OUTCOME);

  private static final Map<HitColumn, Integer> PLACES = places();
  private static final byte[] NOTHING = {};

  private ReportColumns() {}

  private static Map<HitColumn, Integer> places() {
    var places = new EnumMap<HitColumn, Integer>(HitColumn.class);
    NEEDED.forEach(column -> places.put(column, places.size()));
    return places;
  }

  /**
   * The columns.
   *
   * @return those that are read
   */
  public static Set<HitColumn> needed() {
    return PLACES.keySet();
  }

  /**
   * The rows of a table.
   *
   * @param table with columns of hits
   * @return a row for each, with texts as bytes and moments as numbers
   */
  public static Dataset<Row> of(Dataset<Row> table) {
    return table.select(PLACES.keySet().stream().map(HitColumn::raw).toArray(Column[]::new));
  }

  /** A text of a row; empty if it is not there. */
  static byte[] text(Row row, HitColumn column) {
    int place = PLACES.get(column);
    return row.isNullAt(place) ? NOTHING : (byte[]) row.get(place);
  }

  /** A number of a row. */
  static long number(Row row, HitColumn column, long otherwise) {
    int place = PLACES.get(column);
    return row.isNullAt(place) ? otherwise : ((Number) row.get(place)).longValue();
  }
}
