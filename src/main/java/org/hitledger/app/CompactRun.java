package org.hitledger.app;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.hitledger.balance.Totals;
import org.hitledger.ledger.LedgerFolder;
import org.hitledger.ledger.LedgerLock;
import org.hitledger.ledger.SegmentManifest;
import org.hitledger.ledger.SmallSegments;
import org.hitledger.product.stored.JoinedTables;
import org.hitledger.publish.Manifest;
import org.hitledger.publish.Outputs;
import org.hitledger.publish.Publication;
import org.hitledger.rules.Outcome;
import org.hitledger.source.Inputs;
import org.hitledger.spark.JobPurpose;
import org.hitledger.spark.Session;
import org.hitledger.spark.SizedSettings;
import org.hitledger.spark.SparkFailures;

/** Joins the small segments at the end of a ledger into one. */
public final class CompactRun {
  /** Larger ones are read by several tasks as they are. */
  private static final long SMALL_BYTES = 128L << 20;

  private final RunEnvironment environment;
  private final Configuration hadoop;
  private final Map<String, String> options;
  private final LedgerFolder folder;

  private CompactRun(String ledger, Map<String, String> options, RunEnvironment environment) {
    this.environment = environment;
    this.hadoop = environment.hadoop();
    this.options = options;
    folder = LedgerFolder.at(ledger, hadoop);
  }

  /**
   * Joins them.
   *
   * @param ledger the ledger's folder
   * @param patience how long to wait for an update
   * @param options all options as they were given, by name
   * @param environment Spark, file systems and streams
   * @return that it is done, also if there was nothing to join
   * @throws org.hitledger.fault.Fault if it cannot be; the ledger is as it was then
   */
  public static ExitCode join(
      String ledger, Duration patience, Map<String, String> options, RunEnvironment environment) {
    var run = new CompactRun(ledger, options, environment);
    run.folder.requireExisting();
    return LedgerLock.whileHeld(run.folder, patience, run.hadoop, run::join);
  }

  private ExitCode join() {
    folder.removeLeftovers();
    folder.smallSegments(SMALL_BYTES).ifPresent(this::join);
    return ExitCode.COMPLETE;
  }

  private void join(SmallSegments small) {
    try (Outputs outputs =
            Outputs.begin(folder.segment(small.numbers()), hadoop, environment.streams()::note);
        Session session =
            environment.openSession(
                SizedSettings.forWideRows(environment.settings()), Inputs.none())) {
      JobPurpose.of("joining segments").describeJobs(session.spark().sparkContext());
      String staging = outputs.results().map(Publication::stagingName).orElseThrow();
      var tables = new JoinedTables(session.spark(), small.parts(), staging);
      SparkFailures.whileWriting(tables::write);
      Totals totals = tables.audit();
      small.requireLines(totals.balance().linesRead());
      Manifest manifest = manifest(small, totals);
      outputs.complete(files -> new SegmentManifest(manifest, small.entry(), files));
    }
    folder.removeLeftovers();
    environment
        .streams()
        .print(
            "joined %,d segments of %s into %s\n"
                .formatted(small.parts().size(), folder.path(), small.numbers()));
  }

  private Manifest manifest(SmallSegments small, Totals totals) {
    var numbers = new LinkedHashMap<String, Long>();
    numbers.put("lines_read", totals.balance().linesRead());
    for (Outcome outcome : Outcome.values()) {
      boolean isListed =
          small.manifests().stream().anyMatch(run -> run.totals().containsKey(outcome.label()));
      if (isListed) {
        numbers.put(outcome.label(), totals.balance().of(outcome));
      }
    }
    numbers.put("paths", totals.rows());
    return Manifest.joined(
        small.manifests(), Versions.all(), environment.options("compact", options), numbers);
  }
}
