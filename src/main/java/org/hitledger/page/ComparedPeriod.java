package org.hitledger.page;

import java.time.Instant;
import java.util.Optional;

/**
 * The period that a report is compared with, beside the report's own.
 *
 * @param inWords it in words
 * @param since its first moment
 * @param until the first moment after it
 * @param reportedSince the first moment of the report's own period, if that is limited
 * @param reportedUntil the first moment after that period; {@link Instant#MAX} for no limit
 */
public record ComparedPeriod(
    String inWords,
    Instant since,
    Instant until,
    Optional<Instant> reportedSince,
    Instant reportedUntil) {}
