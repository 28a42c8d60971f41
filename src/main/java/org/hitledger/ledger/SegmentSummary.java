package org.hitledger.ledger;

/**
 * One update of a ledger, for who looks back.
 *
 * @param segment its name
 * @param started when the update began, ISO 8601 in UTC
 * @param ended when it was complete
 * @param logs of how many logs it entered something
 * @param lines how many lines it entered
 * @param counted how many of these count
 */
public record SegmentSummary(
    String segment, String started, String ended, int logs, long lines, long counted) {}
