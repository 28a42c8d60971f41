package org.hitledger.product.stored;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.hitledger.access.Access;
import org.hitledger.access.LogTime;
import org.hitledger.access.RequestLine;
import org.hitledger.access.UrlParts;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.period.AllTime;
import org.hitledger.period.TimeDivision;
import org.hitledger.product.hits.HitColumn;
import org.hitledger.rules.Outcome;

/** Rows of hits with those columns that a count needs; each is made an access again. */
final class HitRows implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final ByteSlice NOTHING = ByteSlice.of(new byte[0]);

  /** The columns that are looked at only if lines can be in a class. */
  private static final Map<Outcome, HitColumn> COLUMNS_OF_FILTERS =
      Map.of(
          Outcome.EXCLUDED_HOST, HitColumn.HOST,
          Outcome.EXCLUDED_AGENT, HitColumn.USER_AGENT,
          Outcome.OTHER_METHOD, HitColumn.METHOD,
          Outcome.OTHER_STATUS, HitColumn.STATUS,
          Outcome.OTHER_TIME, HitColumn.TIME,
          Outcome.BY_CRAWLER, HitColumn.USER_AGENT,
          Outcome.BY_PEOPLE, HitColumn.USER_AGENT);

  /** In the order of their places. */
  private final LinkedHashMap<HitColumn, Integer> places = new LinkedHashMap<>();

  private HitRows(Set<HitColumn> columns) {
    columns.forEach(column -> places.put(column, places.size()));
  }

  /** What it takes to tell whether hits are in some classes, and to find their periods. */
  static HitRows neededBy(Set<Outcome> classes, TimeDivision division) {
    Set<HitColumn> columns = EnumSet.of(HitColumn.PATH, HitColumn.OUTCOME, HitColumn.FILE);
    classes.stream()
        .filter(COLUMNS_OF_FILTERS::containsKey)
        .map(COLUMNS_OF_FILTERS::get)
        .forEach(columns::add);
    if (division != AllTime.INSTANCE) {
      columns.add(HitColumn.TIME);
    }
    return new HitRows(columns);
  }

  /** Some columns, and behind them what it takes to tell whether hits are in some classes. */
  static HitRows with(Set<HitColumn> columns, Set<Outcome> classes) {
    var rows = new HitRows(columns);
    neededBy(classes, AllTime.INSTANCE)
        .places
        .keySet()
        .forEach(column -> rows.places.putIfAbsent(column, rows.places.size()));
    return rows;
  }

  /** The columns as the table has them. */
  StructType schema() {
    var schema = new StructType();
    for (HitColumn column : places.keySet()) {
      schema = schema.add(column.label(), column.type());
    }
    return schema;
  }

  /** A table of the {@link #schema}, with texts as bytes and moments as numbers. */
  Dataset<Row> select(Dataset<Row> table) {
    return table.select(places.keySet().stream().map(HitColumn::raw).toArray(Column[]::new));
  }

  /** The access that a row was made of, as far as it was asked for. */
  Access access(Row row, Reading reading) {
    var fields =
        new StoredFields(
            reading.of(text(row, HitColumn.HOST)),
            value(row, HitColumn.STATUS).map(status -> bytes(status.toString())),
            reading.of(text(row, HitColumn.USER_AGENT)));
    return new Access(fields, time(row), request(row), url(row, reading));
  }

  private Optional<RequestLine> request(Row row) {
    return is(Outcome.NO_REQUEST, row)
        ? Optional.empty()
        : Optional.of(
            new RequestLine(text(row, HitColumn.METHOD).orElse(NOTHING), NOTHING, NOTHING));
  }

  /** A request without a path, such as a CONNECT, has one without bytes. */
  private Optional<UrlParts> url(Row row, Reading reading) {
    return is(Outcome.NO_REQUEST, row) || is(Outcome.BAD_TARGET, row)
        ? Optional.empty()
        : reading
            .of(text(row, HitColumn.PATH).or(() -> Optional.of(NOTHING)))
            .map(UrlParts::ofPath);
  }

  /** The class of a row's access by the rules that it was written by. */
  Outcome outcome(Row row) {
    return Outcome.labelled(text(row, HitColumn.OUTCOME).orElseThrow().toString());
  }

  /** These two classes are the same by all rules. */
  private boolean is(Outcome outcome, Row row) {
    return text(row, HitColumn.OUTCOME).filter(label -> label.is(outcome.label())).isPresent();
  }

  private LogTime time(Row row) {
    long micros = value(row, HitColumn.TIME).map(Long.class::cast).orElse(0L);
    return new LogTime(
        Math.floorDiv(micros, MICROS_PER_SECOND),
        (int) Math.floorMod(micros, MICROS_PER_SECOND),
        0);
  }

  /** The log that a row is of, as the balance names it. */
  ByteSlice file(Row row) {
    return text(row, HitColumn.FILE).orElse(NOTHING);
  }

  private Optional<ByteSlice> text(Row row, HitColumn column) {
    return value(row, column).map(text -> ByteSlice.of((byte[]) text));
  }

  private Optional<Object> value(Row row, HitColumn column) {
    return Optional.ofNullable(places.get(column)).map(row::get);
  }

  private static ByteSlice bytes(String ascii) {
    return ByteSlice.of(ascii.getBytes(US_ASCII));
  }
}
