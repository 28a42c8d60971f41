package org.hitledger.product.count;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.input_file_block_start;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.function.LongUnaryOperator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.hitledger.compression.DefectMarker;
import org.hitledger.compression.FoundDefect;
import org.hitledger.logformat.FileFormats;
import org.hitledger.period.TimeDivision;
import org.hitledger.product.CurrentFile;
import org.hitledger.product.LogScan;
import org.hitledger.product.RejectedLines;
import org.hitledger.product.findings.FindingsOfTasks;
import org.hitledger.product.findings.PartFinding;
import org.hitledger.product.findings.PartLedger;
import org.hitledger.rules.Counted;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.Verdict;
import org.hitledger.source.InputFile;
import scala.Tuple3;

/**
 * Classifies each line and enters it into the ledger: under its file and class and, if it is
 * counted, once more under its path. As in double-entry bookkeeping the two sides must come out
 * equal in the end; they are added up by different means, here and by Spark.
 *
 * <p>If a file is damaged, the line that was cut is entered as damaged.
 *
 * <p>Lines travel as bytes, since a Java String would turn what is not UTF-8 into one and the same
 * replacement character, and merge paths that differ.
 */
final class ClassifyLines implements MapPartitionsFunction<Tuple3<byte[], byte[], Long>, Entry> {
  private static final long serialVersionUID = 3L;

  private final LineClassifier classifier;
  private final FileFormats formats;
  private final TimeDivision timeline;
  private final DefectMarker marker;
  private final FindingsOfTasks<PartFinding> findings;
  private final RejectedLines rejected;
  private final boolean readsParts;

  ClassifyLines(LogScan scan, TimeDivision timeline, FindingsOfTasks<PartFinding> findings) {
    this.findings = findings;
    this.classifier = scan.classifier();
    this.formats = scan.formats();
    this.timeline = timeline;
    this.marker = scan.reading().marker();
    this.rejected = scan.rejected();
    this.readsParts = scan.inputs().files().stream().anyMatch(InputFile::isPlain);
  }

  /** The transformation, of lines as Spark reads them. */
  Dataset<Entry> apply(Dataset<String> lines) {
    // Packed files have one part; that costs nothing to say, and one call a line to ask Spark.
    Column partStart = readsParts ? input_file_block_start() : lit(0L);
    return lines
        .select(col("value").cast("binary"), input_file_name().cast("binary"), partStart)
        .as(Encoders.tuple(Encoders.BINARY(), Encoders.BINARY(), Encoders.LONG()))
        .mapPartitions(this, Entry.encoder());
  }

  @Override
  public Iterator<Entry> call(Iterator<Tuple3<byte[], byte[], Long>> lines) {
    return new Entries(lines, marker.reader(), timeline.starts());
  }

  /** The entries of one partition: a hit as soon as it is read, the lines of a file at its end. */
  private final class Entries implements Iterator<Entry> {
    private final Iterator<Tuple3<byte[], byte[], Long>> lines;
    private final DefectMarker.Reader defects;
    private final LongUnaryOperator periodStarts;
    private final Queue<Entry> ready = new ArrayDeque<>();
    private final PartLedger ledger = new PartLedger(findings::add, rejected);
    private final CurrentFile file = new CurrentFile(formats);
    private long partStart;

    Entries(
        Iterator<Tuple3<byte[], byte[], Long>> lines,
        DefectMarker.Reader defects,
        LongUnaryOperator periodStarts) {
      this.lines = lines;
      this.defects = defects;
      this.periodStarts = periodStarts;
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && lines.hasNext()) {
        Tuple3<byte[], byte[], Long> line = lines.next();
        enter(line._1(), line._2(), line._3());
      }
      if (ready.isEmpty()) {
        endPart();
        ledger.close();
      }
      return !ready.isEmpty();
    }

    @Override
    public Entry next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.remove();
    }

    private void enter(byte[] line, byte[] fileOfLine, long startOfPart) {
      if (!file.is(fileOfLine) || partStart != startOfPart) {
        endPart();
        file.turnTo(fileOfLine);
        partStart = startOfPart;
        ledger.begin(new PartFinding.Part(file.name(), partStart), 0);
      }
      ledger.nextLine();
      Optional<FoundDefect> defect = defects.read(line);
      if (defect.isPresent()) {
        ledger.note(defect.get());
      } else {
        enter(classifier.classify(line, file.reader()), line);
      }
    }

    private void enter(Verdict verdict, byte[] line) {
      ledger.enter(verdict.outcome(), line, file.reader());
      if (verdict instanceof Counted hit) {
        ready.add(
            Entry.ofHit(
                verdict.outcome().ordinal(),
                periodStarts.applyAsLong(hit.epochSecond()),
                hit.path()));
      }
    }

    private void endPart() {
      ledger
          .end()
          .lines()
          .forEach(
              (outcome, number) ->
                  ready.add(Entry.ofLines(file.nameBytes(), outcome.ordinal(), number)));
    }
  }
}
