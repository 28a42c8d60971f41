package org.hitledger.datasource;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.hitledger.lines.LogLine;
import org.hitledger.logformat.LineReader;
import org.hitledger.logformat.LogFormat;
import org.hitledger.product.hits.HitColumn;
import org.hitledger.product.hits.HitValues;
import org.hitledger.rules.AcceptedLine;
import org.hitledger.rules.ClassedLine;
import org.hitledger.rules.Outcome;
import org.hitledger.source.InputFile;

/** Makes the rows of one task, file by file. */
final class RowMaker {
  private static final int NOWHERE = -1;

  private final LineRows rows;
  private final Map<String, LogFormat> formats;
  private final HitValues hitValues;
  private final Set<Outcome> wanted;
  private final int width;
  private final int outcomeAt;
  private final int fileAt;
  private final int numberAt;
  private final int lineAt;
  private byte[] file = {};
  private LineReader reader;
  private long number;

  RowMaker(LineRows rows) {
    this.rows = rows;
    wanted =
        Stream.of(Outcome.values())
            .filter(outcome -> rows.filters().admits(HitColumn.OUTCOME, outcome.label()))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Outcome.class)));
    width = rows.columns().size();
    hitValues = new HitValues(hitColumns(), rows.privacy());
    outcomeAt = at(HitColumn.OUTCOME.label());
    fileAt = at(HitColumn.FILE.label());
    numberAt = at(LineColumn.LINE_NUMBER);
    lineAt = rows.privacy().hidesOddities() ? NOWHERE : at(LineColumn.LINE);
    formats = rows.formats().distinct();
    reader = formats.get(rows.formats().usual()).reader();
  }

  private Map<Integer, HitColumn> hitColumns() {
    var columns = new LinkedHashMap<Integer, HitColumn>();
    for (HitColumn column : HitColumn.values()) {
      if (at(column.label()) != NOWHERE) {
        columns.put(at(column.label()), column);
      }
    }
    return columns;
  }

  private int at(String column) {
    return rows.columns().getFieldIndex(column).isDefined()
        ? rows.columns().fieldIndex(column)
        : NOWHERE;
  }

  /** Goes to the first line of a file, or of a part of it. */
  void begin(InputFile input) {
    file = input.name().getBytes(UTF_8);
    reader = formats.get(rows.formats().nameOf(input.name())).reader();
    number = 0;
  }

  /** The row of the next line, if it is of a class that is wanted. */
  Optional<InternalRow> next(LogLine line) {
    number++;
    if (line instanceof LogLine.Cut) {
      return plain(line, Outcome.DAMAGED);
    }
    ClassedLine classed = rows.classifier().read(line.bytes(), reader);
    return classed instanceof AcceptedLine accepted
        ? access(accepted)
        : plain(line, classed.outcome());
  }

  private Optional<InternalRow> access(AcceptedLine line) {
    if (!wanted.contains(line.outcome())) {
      return Optional.empty();
    }
    Object[] values = new Object[width];
    hitValues.write(line, file, values);
    put(numberAt, number, values);
    return Optional.of(new GenericInternalRow(values));
  }

  /** What has no access has a class, a file, and its bytes. */
  private Optional<InternalRow> plain(LogLine line, Outcome outcome) {
    if (!wanted.contains(outcome)) {
      return Optional.empty();
    }
    Object[] values = new Object[width];
    put(outcomeAt, UTF8String.fromString(outcome.label()), values);
    put(fileAt, UTF8String.fromBytes(file), values);
    put(numberAt, number, values);
    put(lineAt, line.bytes(), values);
    return Optional.of(new GenericInternalRow(values));
  }

  private static void put(int at, Object value, Object[] values) {
    if (at != NOWHERE) {
      values[at] = value;
    }
  }
}
