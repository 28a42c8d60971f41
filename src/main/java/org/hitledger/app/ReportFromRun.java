package org.hitledger.app;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.hitledger.balance.Balance;
import org.hitledger.plan.FromPlan;
import org.hitledger.plan.ReportPlan;
import org.hitledger.product.report.ReportColumns;
import org.hitledger.product.report.RowOutcome;
import org.hitledger.product.stored.OutcomeSource;
import org.hitledger.product.stored.StoredAccesses;
import org.hitledger.product.stored.StoredHits;
import org.hitledger.report.Panels;
import org.hitledger.rules.AccessCriteria;
import org.hitledger.rules.Outcome;
import org.hitledger.spark.JobPurpose;
import org.hitledger.spark.Session;
import org.hitledger.spark.SizedSettings;

/** One report over hits that earlier runs have written, as if it were over their logs. */
public final class ReportFromRun {
  private final FromPlan plan;
  private final RunEnvironment environment;
  private final Instant started = Instant.now();
  private final ReportProduct product;
  private final AskedHits asked;
  private final StoredHits hits;

  private ReportFromRun(FromPlan plan, ReportPlan report, RunEnvironment environment) {
    this.plan = plan;
    this.environment = environment;
    var origin = new ReportOrigin(List.of(plan.folder()), plan.options());
    product = ReportProduct.of(report, origin, environment);
    asked = AskedHits.of(plan, report.criteria(), environment.hadoop());
    hits = asked.hits();
  }

  /**
   * Makes a page that shows what accesses come to.
   *
   * @param plan which hits to read
   * @param report what the page is about and where it is to appear
   * @param environment Spark, file systems and streams
   * @return how it ended, if all that was asked for is there
   * @throws org.hitledger.fault.Fault if it cannot be; no page is there then, or an older one whole
   */
  public static ExitCode report(FromPlan plan, ReportPlan report, RunEnvironment environment) {
    return new ReportFromRun(plan, report, environment).execute();
  }

  private ExitCode execute() {
    StandardStreams streams = environment.streams();
    try (Session session =
        environment.openSession(
            product.settings(hits.logs(), SizedSettings.forStoredHits(environment.settings())),
            hits.logs())) {
      MadeReport made = make(session.spark());
      hits.requireAll(made.totals().balance());
      hits.requireUnchanged(environment.hadoop());
      made.show(streams);
      var account = RunAccount.of(made, asked.classes(), hits.logs());
      streams.balance(account.text(started));
      new NothingCounted(plan.rules(), asked.rules())
          .note(account.balance(), account.classes(), asked.lines(session.spark()))
          .ifPresent(streams::note);
      return DefectNotes.tellAgain(hits, streams::note);
    }
  }

  private MadeReport make(SparkSession spark) {
    JobPurpose.of("adding up accesses").describeJobs(spark.sparkContext());
    var accesses = new StoredAccesses(ReportColumns.needed(), asked.classifier(), asked.outcomes());
    Panels panels = product.panels(accesses.read(spark, hits), outcomes(accesses), asked.rules());
    Balance balance = balance(panels, StoredAccesses.others(spark, hits));
    return new MadeReport(
        product, asked.rules(), panels, ReportProduct.totals(panels, balance), List.of());
  }

  private RowOutcome outcomes(StoredAccesses accesses) {
    return asked.outcomes() == OutcomeSource.STORED
            && product.criteria().equals(AccessCriteria.NONE)
        ? RowOutcome.asItStands()
        : accesses::outcome;
  }

  private static Balance balance(Panels panels, Balance others) {
    Map<Outcome, Long> lines = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      lines.put(outcome, others.of(outcome) + panels.lines(outcome));
    }
    return new Balance(lines);
  }
}
