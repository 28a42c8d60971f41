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
import org.hitledger.compression.FoundDefect;
import org.hitledger.lines.FilePart;
import org.hitledger.lines.LogLine;
import org.hitledger.logformat.LineReader;
import org.hitledger.logformat.LogFormat;
import org.hitledger.product.findings.PartFinding;
import org.hitledger.product.findings.PartLedger;
import org.hitledger.product.hits.HitColumn;
import org.hitledger.product.hits.HitValues;
import org.hitledger.rules.AcceptedLine;
import org.hitledger.rules.ClassedLine;
import org.hitledger.rules.Outcome;

/** Makes the rows of one task, file by file. */
final class RowMaker {
  private static final int NOWHERE = -1;

  private final LineRows rows;
  private final Map<String, LogFormat> formats;
  private final HitValues hitValues;
  private final CrawlerValues crawlerValues;
  private final Set<Outcome> wanted;
  private final TimeRange times;
  private final int width;
  private final int outcomeAt;
  private final int fileAt;
  private final int numberAt;
  private final int lineAt;
  private final PartLedger ledger;
  private byte[] file = {};
  private LineReader reader;

  RowMaker(LineRows rows) {
    this.rows = rows;
    ledger = new PartLedger(rows.findings()::tell, rows.rejected());
    wanted =
        Stream.of(Outcome.values())
            .filter(outcome -> rows.filters().admits(HitColumn.OUTCOME, outcome.label()))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Outcome.class)));
    times = rows.filters().times();
    width = rows.columns().size();
    hitValues = new HitValues(hitColumns(), rows.privacy());
    crawlerValues = new CrawlerValues(rows.crawlers(), rows.columns());
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
  void begin(FilePart part) {
    String name = part.file().name();
    file = name.getBytes(UTF_8);
    reader = formats.get(rows.formats().nameOf(name)).reader();
    if (!part.range().fields().isEmpty()) {
      reader.read(part.range().fields().getBytes(UTF_8));
    }
    ledger.begin(new PartFinding.Part(name, part.numberedFrom()), part.linesBefore());
  }

  /** Comes behind the last line of a file, or of a part of it. */
  void end(Optional<FoundDefect> zeros) {
    zeros.ifPresent(ledger::note);
    rows.findings().tell(ledger.end());
  }

  /** Comes behind the last file. */
  void close() {
    ledger.close();
  }

  /** The row of the next line, if it is of a class that is wanted. */
  Optional<InternalRow> next(LogLine line) {
    ledger.nextLine();
    if (line instanceof LogLine.Cut cut) {
      ledger.note(cut.defect());
      return plain(line, Outcome.DAMAGED);
    }
    ClassedLine classed = rows.classifier().read(line.bytes(), reader);
    ledger.enter(classed.outcome(), line.bytes(), reader);
    return classed instanceof AcceptedLine accepted
        ? access(accepted)
        : plain(line, classed.outcome());
  }

  private Optional<InternalRow> access(AcceptedLine line) {
    if (!wanted.contains(line.outcome()) || !times.contains(line.access().time().epochMicros())) {
      return Optional.empty();
    }
    Object[] values = new Object[width];
    hitValues.write(line, file, values);
    if (crawlerValues.areWanted()) {
      crawlerValues.write(line.access(), values);
    }
    put(numberAt, ledger.lineNumber(), values);
    return Optional.of(new GenericInternalRow(values));
  }

  /** What has no access has a class, a file, and its bytes, but no time. */
  private Optional<InternalRow> plain(LogLine line, Outcome outcome) {
    if (!wanted.contains(outcome) || !times.equals(TimeRange.ALL)) {
      return Optional.empty();
    }
    Object[] values = new Object[width];
    put(outcomeAt, UTF8String.fromString(outcome.label()), values);
    put(fileAt, UTF8String.fromBytes(file), values);
    put(numberAt, ledger.lineNumber(), values);
    put(lineAt, line.bytes(), values);
    return Optional.of(new GenericInternalRow(values));
  }

  private static void put(int at, Object value, Object[] values) {
    if (at != NOWHERE) {
      values[at] = value;
    }
  }
}
