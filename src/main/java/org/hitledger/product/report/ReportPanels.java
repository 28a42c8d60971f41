package org.hitledger.product.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hitledger.product.hits.HitColumn;
import org.hitledger.report.Panels;
import org.hitledger.report.ReportedAccess;
import org.hitledger.report.TallyEntry;
import org.hitledger.report.TallySteps;

/** Adds rows up to the panels of a report. No table is collected but the first rows of panels. */
public final class ReportPanels {
  private static final String PLACEMENT = "placement";
  private static final String KEY = "key";
  private static final StructType ENTRY =
      new StructType()
          .add(PLACEMENT, DataTypes.IntegerType, false)
          .add(KEY, DataTypes.BinaryType, false)
          .add("value", DataTypes.BinaryType, false);
  private static final Encoder<Row> ENTRIES = Encoders.row(ENTRY);

  private ReportPanels() {}

  /**
   * Adds rows up, in one pass over them.
   *
   * @param rows as {@link ReportColumns} has them
   * @param reported which of them the report is about
   * @param steps how they are added up
   * @return the panels
   */
  public static Panels of(Dataset<Row> rows, ReportedRows reported, TallySteps steps) {
    Dataset<Row> parts =
        withoutIdleReferers(rows)
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>) all -> rows(steps.tally(reported.of(all))),
                ENTRIES);
    Dataset<Row> counted =
        switch (steps.visitors()) {
          case EXACT ->
              together(parts)
                  .mapPartitions(
                      (MapPartitionsFunction<Row, Row>)
                          all -> rows(steps.countVisitors(entries(all))),
                      ENTRIES);
          case ESTIMATED -> parts;
        };
    List<byte[]> chosen =
        together(counted)
            .mapPartitions(
                (MapPartitionsFunction<Row, byte[]>)
                    all -> List.of(steps.choose(entries(all)).write()).iterator(),
                Encoders.BINARY())
            .collectAsList();
    return chosen.stream().map(Panels::read).reduce(new Panels(), Panels::addAll);
  }

  /** They are long, and looked at only where nothing was found. */
  private static Dataset<Row> withoutIdleReferers(Dataset<Row> rows) {
    Column referer = HitColumn.REFERER.column();
    Column isNotFound = HitColumn.STATUS.column().equalTo(ReportedAccess.NOT_FOUND);
    return rows.withColumn(HitColumn.REFERER.label(), when(isNotFound, referer));
  }

  private static Dataset<Row> together(Dataset<Row> parts) {
    // By placement first: numbers are compared in no time, and keys mostly where they are equal.
    return parts.repartition(col(PLACEMENT)).sortWithinPartitions(col(PLACEMENT), col(KEY));
  }

  private static Iterator<Row> rows(Iterator<TallyEntry> entries) {
    return mapped(
        entries, entry -> RowFactory.create(entry.placement(), entry.key(), entry.value()));
  }

  private static Iterator<TallyEntry> entries(Iterator<Row> rows) {
    return mapped(
        rows, row -> new TallyEntry(row.getInt(0), (byte[]) row.get(1), (byte[]) row.get(2)));
  }

  private static <A, B> Iterator<B> mapped(Iterator<A> all, Function<A, B> mapping) {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(all, Spliterator.ORDERED), false)
        .map(mapping)
        .iterator();
  }
}
