package org.hitledger.product.report;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;
import org.apache.spark.sql.Row;
import org.hitledger.access.Access;
import org.hitledger.access.LogTime;
import org.hitledger.access.RequestLine;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.product.hits.HitColumn;
import org.hitledger.product.stored.StoredFields;

/** A row as the access that filters look at, as far as they look at what is not its path. */
final class RowAccess {
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final ByteSlice NOTHING = ByteSlice.of(new byte[0]);

  private RowAccess() {}

  static Access of(Row row) {
    long status = ReportColumns.number(row, HitColumn.STATUS, -1);
    var fields =
        new StoredFields(
            slice(row, HitColumn.HOST),
            status < 0
                ? Optional.empty()
                : Optional.of(ByteSlice.of(Long.toString(status).getBytes(US_ASCII))),
            slice(row, HitColumn.USER_AGENT));
    var request = new RequestLine(slice(row, HitColumn.METHOD).orElse(NOTHING), NOTHING, NOTHING);
    return new Access(
        fields, new LogTime(epochSecond(row), 0, 0), Optional.of(request), Optional.empty());
  }

  static long epochSecond(Row row) {
    return Math.floorDiv(ReportColumns.number(row, HitColumn.TIME, 0), MICROS_PER_SECOND);
  }

  private static Optional<ByteSlice> slice(Row row, HitColumn column) {
    byte[] text = ReportColumns.text(row, column);
    return text.length == 0 ? Optional.empty() : Optional.of(ByteSlice.of(text));
  }
}
