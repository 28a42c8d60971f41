package org.hitledger.ledger;

import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.hitledger.identity.Damage;
import org.hitledger.publish.PublishedResults;

/**
 * What an argument names that has results in it: those of one run, or a ledger.
 *
 * @param results the tables, in one part or several
 * @param segments the updates of the ledger; none for results of one run
 * @param ledger the ledger, if it is one
 */
public record StoredResults(
    PublishedResults results, List<SegmentSummary> segments, Optional<LedgerContents> ledger) {

  /** Takes a copy. */
  public StoredResults {
    segments = List.copyOf(segments);
  }

  /**
   * What an argument names.
   *
   * @param argument a folder on any file system that Hadoop knows
   * @param hadoop how to reach it
   * @return what is whole of it
   * @throws org.hitledger.fault.InputFault if the folder cannot be read, or has nothing of ours
   */
  public static StoredResults at(String argument, Configuration hadoop) {
    return LedgerContents.existing(argument, hadoop)
        .map(LedgerContents::results)
        .orElseGet(
            () ->
                new StoredResults(
                    PublishedResults.at(argument, hadoop).requireFiles(),
                    List.of(),
                    Optional.empty()));
  }

  /**
   * The logs that were not read to their ends, as far as no whole copy was entered since.
   *
   * @return where they are damaged
   * @throws org.hitledger.fault.InputFault if that cannot be read
   */
  public List<Damage> damage() {
    return ledger.map(LedgerContents::damage).orElseGet(() -> results.manifest().damaged());
  }
}
