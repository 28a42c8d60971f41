package org.hitledger.app;

import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hitledger.balance.Balance;
import org.hitledger.balance.Totals;
import org.hitledger.datasource.RowsOfRun;
import org.hitledger.lines.TextRanges;
import org.hitledger.plan.ReportPlan;
import org.hitledger.privacy.Privacy;
import org.hitledger.product.LogScan;
import org.hitledger.product.findings.LogFindings;
import org.hitledger.product.report.ReportColumns;
import org.hitledger.product.report.ReportPanels;
import org.hitledger.product.report.ReportedRows;
import org.hitledger.product.report.RowOutcome;
import org.hitledger.publish.PageFile;
import org.hitledger.report.Frame;
import org.hitledger.report.Measure;
import org.hitledger.report.Panel;
import org.hitledger.report.Panels;
import org.hitledger.report.TallySteps;
import org.hitledger.rules.AccessCriteria;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.Outcome;
import org.hitledger.rules.PathRules;
import org.hitledger.source.Inputs;
import org.hitledger.spark.SizedSettings;

/**
 * A page that shows what accesses come to.
 *
 * @param plan what it is to show
 * @param origin of what, and how it was asked for
 * @param page where it is to appear
 */
record ReportProduct(ReportPlan plan, ReportOrigin origin, PageFile page) implements Product {

  /** A page that can be written where it was asked for. */
  static ReportProduct of(ReportPlan plan, ReportOrigin origin, RunEnvironment environment) {
    return new ReportProduct(
        plan, origin, PageFile.begin(plan.output(), plan.overwrite(), environment.hadoop()));
  }

  @Override
  public AccessCriteria criteria() {
    return plan.criteria();
  }

  @Override
  public boolean hidesLines() {
    return false;
  }

  @Override
  public SparkConf settings(Inputs inputs, SparkConf conf) {
    return SizedSettings.forReports(inputs, conf);
  }

  @Override
  public MadeProduct make(LogScan scan, Optional<String> folder) {
    LogFindings findings = LogFindings.in(scan.spark().sparkContext());
    scan.describeReading("adding up accesses");
    Panels panels =
        panels(
            ReportColumns.of(RowsOfRun.of(scan, TextRanges.ALL, Privacy.NONE, findings)),
            RowOutcome.asItStands(),
            scan.rules());
    Totals totals = totals(panels, findings.linesOfFiles().balance());
    return new MadeReport(this, scan.rules(), panels, totals, findings.wrongFiles());
  }

  /** Adds rows up, each of which has its class. */
  Panels panels(Dataset<Row> rows, RowOutcome outcomes, PathRules rules) {
    var reported =
        new ReportedRows(
            outcomes,
            classifier(rules, criteria()),
            plan.compared().stream().map(other -> classifier(rules, other)).toList());
    return ReportPanels.of(
        rows, reported, new TallySteps(rules.crawlers(), plan.zone(), plan.visitors()));
  }

  private static LineClassifier classifier(PathRules rules, AccessCriteria criteria) {
    return new LineClassifier(rules, criteria, Integer.MAX_VALUE);
  }

  /**
   * What the panels and the lines come to.
   *
   * @throws IllegalStateException if these are not the same
   */
  static Totals totals(Panels panels, Balance balance) {
    Arrays.stream(Outcome.values())
        .filter(Outcome::isAccepted)
        .filter(outcome -> panels.lines(outcome) != balance.of(outcome))
        .findFirst()
        .ifPresent(
            outcome -> {
              throw new IllegalStateException(
                  "the report has %,d lines of class %s, but %,d were read"
                      .formatted(panels.lines(outcome), outcome.label(), balance.of(outcome)));
            });
    long pages = panels.of(Panel.TOTAL).sum().of(Frame.REPORTED, Measure.PAGES);
    return new Totals(balance.requireCounted(pages), panels.of(Panel.PAGES).number(), 0);
  }
}
