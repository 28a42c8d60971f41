package org.hitledger.app;

import java.time.Instant;
import java.util.Optional;
import org.hitledger.plan.FromPlan;
import org.hitledger.product.count.ClassedLines;
import org.hitledger.product.stored.StoredHits;
import org.hitledger.publish.Manifest;
import org.hitledger.publish.Outputs;
import org.hitledger.publish.ResultsManifest;
import org.hitledger.spark.Session;
import org.hitledger.spark.SizedSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One count over hits that earlier runs have written, as if it were over their logs. What can be
 * checked is checked before Spark starts.
 */
public final class FromRun {
  private static final Logger LOG = LoggerFactory.getLogger(FromRun.class);

  private final FromPlan plan;
  private final CountProduct product;
  private final RunEnvironment environment;
  private final StandardStreams streams;
  private final Instant started = Instant.now();
  private final AskedHits asked;
  private final StoredHits hits;

  private FromRun(FromPlan plan, CountProduct product, RunEnvironment environment) {
    this.plan = plan;
    this.product = product;
    this.environment = environment;
    this.streams = environment.streams();
    Outputs.requirePossible(
        plan.output(), Optional.empty(), plan.overwrite(), environment.hadoop());
    asked = AskedHits.of(plan, product.criteria(), environment.hadoop());
    hits = asked.hits();
  }

  /**
   * Counts hits per path.
   *
   * @param plan which hits to read and where to publish
   * @param product what to count and how to show it
   * @param environment Spark, file systems and streams
   * @return how it ended, if all that was asked for is there
   * @throws org.hitledger.fault.Fault if it cannot be; nothing is published then
   */
  public static ExitCode count(FromPlan plan, CountProduct product, RunEnvironment environment) {
    return new FromRun(plan, product, environment).execute();
  }

  private ExitCode execute() {
    try (Outputs outputs = beginOutputs();
        Session session =
            environment.openSession(
                SizedSettings.forStoredHits(environment.settings()), hits.logs())) {
      TablesOfRun tables = TablesOfRun.of(outputs, session.spark());
      var lines = asked.lines(session.spark());
      try (MadeProduct made = product.made(lines)) {
        hits.requireAll(made.totals().balance());
        tables.write(made);
        hits.requireUnchanged(environment.hadoop());
        tables.requireWritten(made);
        show(lines, made);
        LOG.info("publishing");
        streams.progress("publishing");
        Manifest manifest = manifest(made);
        outputs.complete(files -> new ResultsManifest(manifest, files));
        return DefectNotes.tellAgain(hits, streams::note);
      }
    }
  }

  private Outputs beginOutputs() {
    LOG.info("{} from {}", plan.command(), plan.folder());
    return Outputs.begin(
        plan.output(),
        Optional.empty(),
        plan.overwrite(),
        hits.folders(),
        environment.hadoop(),
        streams::note);
  }

  private void show(ClassedLines lines, MadeProduct made) {
    made.show(streams);
    RunAccount account = account(made);
    streams.balance(account.text(started));
    new NothingCounted(plan.rules(), asked.rules())
        .note(account.balance(), account.classes(), lines)
        .ifPresent(streams::note);
  }

  private Manifest manifest(MadeProduct made) {
    return new Manifest(
        Versions.all(),
        started.toString(),
        Instant.now().toString(),
        environment.options(plan.command(), plan.options()),
        Manifest.Rules.of(asked.rules()),
        hits.manifestInputs(),
        hits.leftOut(),
        hits.sameContent(),
        hits.damage(),
        account(made).numbers());
  }

  private RunAccount account(MadeProduct made) {
    return RunAccount.of(made, asked.classes(), hits.logs());
  }
}
