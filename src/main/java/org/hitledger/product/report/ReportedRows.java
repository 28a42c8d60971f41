package org.hitledger.product.report;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Row;
import org.hitledger.product.hits.HitColumn;
import org.hitledger.report.Frame;
import org.hitledger.report.ReportedAccess;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.Outcome;

/**
 * Which rows a report is about: accesses of its periods that no filter stops but those of paths,
 * which tell pages from clutter.
 *
 * @param outcomes the class of each row
 * @param classifier of the period that is reported
 * @param compared of the period that it is compared with; none if it is not
 */
public record ReportedRows(
    RowOutcome outcomes, LineClassifier classifier, List<LineClassifier> compared)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  Iterator<ReportedAccess> of(Iterator<Row> rows) {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false)
        .map(this::access)
        .filter(access -> access.outcome().isAccepted())
        .iterator();
  }

  private ReportedAccess access(Row row) {
    Outcome outcome = outcomes.of(row);
    return access(frame(outcome, row), outcome, row);
  }

  private Frame frame(Outcome outcome, Row row) {
    return switch (outcome) {
      case COUNTED -> Frame.REPORTED;
      case EXCLUDED_HOST, EXCLUDED_AGENT -> Frame.OUTSIDE;
      default -> outcome.isAccepted() ? frameByFilters(outcome, row) : Frame.OUTSIDE;
    };
  }

  private Frame frameByFilters(Outcome outcome, Row row) {
    var access = RowAccess.of(row);
    if (!outcome.isOptional() && classifier.admits(access)) {
      return Frame.REPORTED;
    }
    return compared.stream().anyMatch(other -> other.admits(access))
        ? Frame.COMPARED
        : Frame.OUTSIDE;
  }

  private static ReportedAccess access(Frame frame, Outcome outcome, Row row) {
    return new ReportedAccess(
        frame,
        outcome,
        RowAccess.epochSecond(row),
        ReportColumns.text(row, HitColumn.HOST),
        ReportColumns.text(row, HitColumn.USER_AGENT),
        ReportColumns.text(row, HitColumn.VHOST),
        ReportColumns.text(row, HitColumn.METHOD),
        ReportColumns.text(row, HitColumn.PROTOCOL),
        ReportColumns.text(row, HitColumn.PATH),
        ReportColumns.text(row, HitColumn.REFERER),
        ReportColumns.text(row, HitColumn.REFERER_HOST),
        (int) ReportColumns.number(row, HitColumn.STATUS, ReportedAccess.NONE),
        ReportColumns.number(row, HitColumn.BYTES, ReportedAccess.NONE),
        ReportColumns.number(row, HitColumn.DURATION, ReportedAccess.NONE));
  }
}
