package org.hitledger.product.report;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Serializable;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.product.hits.HitColumn;
import org.hitledger.rules.Outcome;

/** The class that the access of a row is in, by the rules and criteria of the report. */
@FunctionalInterface
public interface RowOutcome extends Serializable {
  /**
   * The class of a row.
   *
   * @param row with the columns of a report
   * @return its class
   */
  Outcome of(Row row);

  /**
   * The class that stands in the row.
   *
   * @return for rows that were made by these rules and criteria
   */
  static RowOutcome asItStands() {
    return row -> Labels.OUTCOMES.get(ByteSlice.of(ReportColumns.text(row, HitColumn.OUTCOME)));
  }

  /** Outcomes by the bytes of their labels. */
  final class Labels {
    private static final Map<ByteSlice, Outcome> OUTCOMES =
        Stream.of(Outcome.values())
            .collect(
                Collectors.toUnmodifiableMap(
                    outcome -> ByteSlice.of(outcome.label().getBytes(US_ASCII)),
                    Function.identity()));

    private Labels() {}
  }
}
