package org.hitledger.app;

import java.time.Duration;
import java.util.List;
import org.hitledger.ledger.LogFiles;
import org.hitledger.plan.LogPlan;
import org.hitledger.plan.PrivacyPlan;

/**
 * What an update of a ledger is to do.
 *
 * @param logs what to read, and how
 * @param privacy what is not written as it was logged
 * @param ledger the ledger's folder
 * @param keepsRejects whether the segment has a table of rejected lines
 * @param reading how closely files are looked at
 * @param acceptedShorter files that are meant to be shorter than what is entered of them
 * @param patience how long to wait for another update
 */
public record UpdatePlan(
    LogPlan logs,
    PrivacyPlan privacy,
    String ledger,
    boolean keepsRejects,
    LogFiles.Reading reading,
    List<String> acceptedShorter,
    Duration patience) {

  /** Takes a copy. */
  public UpdatePlan {
    acceptedShorter = List.copyOf(acceptedShorter);
  }
}
