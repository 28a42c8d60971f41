package org.hitledger.product.stored;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.hitledger.period.TimeDivision;
import org.hitledger.product.count.Entry;
import org.hitledger.rules.AcceptedLine;
import org.hitledger.rules.Counted;

/** Enters accesses into the ledger: each hit as it comes, the lines of all files in the end. */
final class ClassifyHits implements MapPartitionsFunction<Row, Entry> {
  private static final long serialVersionUID = 1L;

  private final HitClassifier classifier;
  private final TimeDivision division;

  ClassifyHits(HitClassifier classifier, TimeDivision division) {
    this.classifier = classifier;
    this.division = division;
  }

  @Override
  public Iterator<Entry> call(Iterator<Row> rows) {
    LongUnaryOperator periodStarts = division.starts();
    var lines = new FileTally();
    Stream<Entry> hits =
        StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false)
            .flatMap(row -> enter(row, lines, periodStarts));
    // Asked for its entries once all rows have been.
    return Stream.concat(hits, Stream.of(lines).flatMap(FileTally::entries)).iterator();
  }

  private Stream<Entry> enter(Row row, FileTally lines, LongUnaryOperator periodStarts) {
    AcceptedLine line = classifier.classify(row);
    lines.add(classifier.rows().file(row), line.outcome());
    return line.verdict() instanceof Counted hit
        ? Stream.of(
            Entry.ofHit(
                hit.outcome().ordinal(), periodStarts.applyAsLong(hit.epochSecond()), hit.path()))
        : Stream.empty();
  }
}
