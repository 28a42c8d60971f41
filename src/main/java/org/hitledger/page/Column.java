package org.hitledger.page;

import java.util.function.BiFunction;
import org.hitledger.report.Frame;
import org.hitledger.report.Measure;
import org.hitledger.report.Measures;

/** A column of numbers in the tables of a page. */
enum Column {
  ACCESSES("accesses", (measures, frame) -> measures.of(frame, Measure.ACCESSES)),
  PAGES("pages", (measures, frame) -> measures.of(frame, Measure.PAGES)),
  VISITORS("visitors", (measures, frame) -> measures.of(frame, Measure.VISITORS)),
  BYTES("bytes", (measures, frame) -> measures.of(frame, Measure.BYTES)),
  SUCCESSES("2xx", (measures, frame) -> measures.of(frame, Measure.SUCCESSES)),
  REDIRECTS("3xx", (measures, frame) -> measures.of(frame, Measure.REDIRECTS)),
  CLIENT_ERRORS("4xx", (measures, frame) -> measures.of(frame, Measure.CLIENT_ERRORS)),
  SERVER_ERRORS("5xx", (measures, frame) -> measures.of(frame, Measure.SERVER_ERRORS)),
  ERRORS("errors", Measures::errors),
  MEDIAN("median, µs", (measures, frame) -> measures.of(frame, Measure.MEDIAN_MICROS)),
  P95("95 %, µs", (measures, frame) -> measures.of(frame, Measure.P95_MICROS)),
  P99("99 %, µs", (measures, frame) -> measures.of(frame, Measure.P99_MICROS));

  private final String label;
  private final BiFunction<Measures, Frame, Long> number;

  Column(String label, BiFunction<Measures, Frame, Long> number) {
    this.label = label;
    this.number = number;
  }

  String label() {
    return label;
  }

  /** Whether a number is a part of the column's sum. */
  boolean addsUp() {
    return this != MEDIAN && this != P95 && this != P99;
  }

  long of(Measures measures, Frame frame) {
    return number.apply(measures, frame);
  }
}
