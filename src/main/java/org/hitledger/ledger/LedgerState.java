package org.hitledger.ledger;

import org.hitledger.identity.KnownLogs;

/**
 * What a ledger knows.
 *
 * @param settings what holds for all of it
 * @param segment the last number of its segments; 0 if it has none
 * @param logs all logs that were entered
 */
public record LedgerState(Settings settings, int segment, KnownLogs logs) {}
