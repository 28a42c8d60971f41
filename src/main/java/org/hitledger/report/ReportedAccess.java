package org.hitledger.report;

import org.hitledger.rules.Outcome;

/**
 * What a report looks at in an access. A text that is not there is empty.
 *
 * @param frame the period that it is of
 * @param outcome counted, or the filter that stopped its line
 * @param epochSecond when
 * @param host who asked
 * @param userAgent with what
 * @param site of which site
 * @param method of the request
 * @param protocol of the request
 * @param path of the target
 * @param referer where the link was; looked at only with the status {@link #NOT_FOUND}
 * @param refererHost the referer's host
 * @param status of the response; {@link #NONE} if none
 * @param bytes of the response; {@link #NONE} if unknown
 * @param durationMicros how long it took; {@link #NONE} if unknown
 */
@SuppressWarnings("ArrayRecordComponent")
public record ReportedAccess(
    Frame frame,
    Outcome outcome,
    long epochSecond,
    byte[] host,
    byte[] userAgent,
    byte[] site,
    byte[] method,
    byte[] protocol,
    byte[] path,
    byte[] referer,
    byte[] refererHost,
    int status,
    long bytes,
    long durationMicros) {
  /** Stands for a number that is not logged. */
  public static final int NONE = -1;

  /** The status of what is not there. */
  public static final int NOT_FOUND = 404;

  private static final int FIRST_ERROR = 400;
  private static final int LAST_ERROR = 599;

  /** Where a criterion stops an access, no rule of paths has stopped it before. */
  boolean isPage() {
    return outcome == Outcome.COUNTED || outcome.isOptional();
  }

  boolean isOutside() {
    return frame == Frame.OUTSIDE;
  }

  boolean isNotFound() {
    return status == NOT_FOUND;
  }

  boolean isOtherError() {
    return status >= FIRST_ERROR && status <= LAST_ERROR && status != NOT_FOUND;
  }

  /** Adds what it comes to. */
  void addTo(Measures measures) {
    measures.add(frame, Measure.ACCESSES, 1);
    if (isPage()) {
      measures.add(frame, Measure.PAGES, 1);
    }
    if (bytes > 0) {
      measures.add(frame, Measure.BYTES, bytes);
    }
    switch (status / 100) {
      case 2 -> measures.add(frame, Measure.SUCCESSES, 1);
      case 3 -> measures.add(frame, Measure.REDIRECTS, 1);
      case 4 -> measures.add(frame, Measure.CLIENT_ERRORS, 1);
      case 5 -> measures.add(frame, Measure.SERVER_ERRORS, 1);
      default -> {
        // In the accesses alone.
      }
    }
  }
}
