package org.hitledger.app;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.hitledger.balance.Balance;
import org.hitledger.plan.FromPlan;
import org.hitledger.plan.ReportPlan;
import org.hitledger.product.report.ReportColumns;
import org.hitledger.product.report.ReportPanels;
import org.hitledger.product.report.ReportedRows;
import org.hitledger.product.report.RowOutcome;
import org.hitledger.product.stored.OutcomeSource;
import org.hitledger.product.stored.StoredAccesses;
import org.hitledger.product.stored.StoredHits;
import org.hitledger.product.stored.StoredLimits;
import org.hitledger.report.Panels;
import org.hitledger.report.TallySteps;
import org.hitledger.rules.AccessCriteria;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.Outcome;
import org.hitledger.spark.JobPurpose;
import org.hitledger.spark.Session;
import org.hitledger.spark.SparkSettings;

/** One report over hits that earlier runs have written, as if it were over their logs. */
public final class ReportFromRun {
  private final RunEnvironment environment;
  private final Instant started = Instant.now();
  private final ReportProduct product;
  private final StoredHits hits;
  private final LineClassifier classifier;
  private final OutcomeSource outcomes;

  private ReportFromRun(FromPlan plan, ReportPlan report, RunEnvironment environment) {
    this.environment = environment;
    var request = ReportRequest.of(report, plan.rules(), List.of(plan.folder()), environment);
    product = request.product(plan.options());
    classifier = new LineClassifier(request.rules(), report.criteria(), Integer.MAX_VALUE);
    hits = StoredHits.in(plan.folder(), environment.hadoop());
    outcomes = OutcomeSource.of(hits, request.rules());
    var limits = new StoredLimits(hits);
    limits.requireHosts(plan.rules().name(), request.rules(), outcomes);
    limits.requireStatuses(report.criteria());
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
            SparkSettings.forReports(hits.logs(), environment.settings()), hits.logs())) {
      MadeReport made = make(session.spark());
      hits.requireAll(made.totals().balance());
      hits.requireUnchanged(environment.hadoop());
      made.show(streams);
      streams.balance(RunAccount.of(made, classes(), hits.logs()).text(started));
      return DefectNotes.tellAgain(hits.damaged(), streams::note);
    }
  }

  private MadeReport make(SparkSession spark) {
    JobPurpose.of("adding up accesses").describeJobs(spark.sparkContext());
    var accesses = new StoredAccesses(ReportColumns.needed(), classifier, outcomes);
    Panels panels =
        ReportPanels.of(
            accesses.read(spark, hits),
            new ReportedRows(outcomes(accesses), classifier, product.compared().stream().toList()),
            new TallySteps(product.crawlers(), product.zone()));
    return new MadeReport(
        product,
        panels,
        ReportProduct.totals(panels, balance(panels, StoredAccesses.others(spark, hits))),
        List.of());
  }

  private RowOutcome outcomes(StoredAccesses accesses) {
    return outcomes == OutcomeSource.STORED && product.criteria().equals(AccessCriteria.NONE)
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

  private Set<Outcome> classes() {
    Set<Outcome> classes = EnumSet.copyOf(classifier.classes());
    if (hits.list(Outcome.HEADER)) {
      classes.add(Outcome.HEADER);
    }
    return classes;
  }
}
