package org.hitledger.product.report;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Row;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.product.hits.HitColumn;
import org.hitledger.report.Frame;
import org.hitledger.report.ReportedAccess;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.Outcome;

/**
 * Which rows a report is about: accesses of its periods that no filter stops but those of paths,
 * which tell pages from clutter.
 *
 * @param classifier of the period that is reported
 * @param compared of the period that it is compared with; none if it is not
 */
public record ReportedRows(LineClassifier classifier, List<LineClassifier> compared)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Map<ByteSlice, Outcome> OUTCOMES =
      Stream.of(Outcome.values())
          .collect(
              Collectors.toUnmodifiableMap(
                  outcome ->
                      ByteSlice.of(
                          outcome.label().getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                  Function.identity()));

  Iterator<ReportedAccess> of(Iterator<Row> rows) {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false)
        .flatMap(row -> frame(row).stream().map(frame -> access(frame, row)))
        .iterator();
  }

  private Optional<Frame> frame(Row row) {
    Outcome outcome = outcome(row);
    if (outcome == Outcome.COUNTED) {
      return Optional.of(Frame.REPORTED);
    }
    if (!outcome.isAccepted()) {
      return Optional.empty();
    }
    var access = RowAccess.of(row);
    if (!outcome.isOptional() && classifier.admits(access)) {
      return Optional.of(Frame.REPORTED);
    }
    return compared.stream().anyMatch(other -> other.admits(access))
        ? Optional.of(Frame.COMPARED)
        : Optional.empty();
  }

  private static Outcome outcome(Row row) {
    return OUTCOMES.get(ByteSlice.of(ReportColumns.text(row, HitColumn.OUTCOME)));
  }

  /** Where a filter stops an access that no rule of paths has stopped before, it is a page. */
  private static boolean isPage(Outcome outcome) {
    return outcome == Outcome.COUNTED || (outcome.isOptional() && outcome.isAccepted());
  }

  private static ReportedAccess access(Frame frame, Row row) {
    Outcome outcome = outcome(row);
    return new ReportedAccess(
        frame,
        isPage(outcome) ? Outcome.COUNTED : outcome,
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
