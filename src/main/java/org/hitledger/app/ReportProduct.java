package org.hitledger.app;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.hitledger.balance.Balance;
import org.hitledger.balance.Totals;
import org.hitledger.crawler.Crawlers;
import org.hitledger.datasource.RowsOfRun;
import org.hitledger.lines.TextRanges;
import org.hitledger.page.PageFacts;
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
import org.hitledger.source.Inputs;
import org.hitledger.spark.SparkSettings;

/**
 * A page that shows what accesses come to.
 *
 * @param criteria which accesses it is about, of those that the rules let pass
 * @param compared which it is compared with, if it is
 * @param zone of its hours and days
 * @param facts what the page says of the run
 * @param page where it is to appear
 */
record ReportProduct(
    AccessCriteria criteria,
    Optional<LineClassifier> compared,
    Crawlers crawlers,
    ZoneId zone,
    PageFacts facts,
    PageFile page)
    implements Product {

  @Override
  public boolean hidesLines() {
    return false;
  }

  @Override
  public SparkConf settings(Inputs inputs, SparkConf conf) {
    return SparkSettings.forReports(inputs, conf);
  }

  @Override
  public MadeProduct make(LogScan scan, Optional<String> folder) {
    LogFindings findings = LogFindings.in(scan.spark().sparkContext());
    scan.describeReading("adding up accesses");
    Panels panels =
        ReportPanels.of(
            ReportColumns.of(RowsOfRun.of(scan, TextRanges.ALL, Privacy.NONE, findings)),
            new ReportedRows(
                RowOutcome.asItStands(), scan.classifier(), compared.stream().toList()),
            new TallySteps(crawlers, zone));
    Balance balance = findings.linesOfFiles().balance();
    return new MadeReport(this, panels, totals(panels, balance), findings.wrongFiles());
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
