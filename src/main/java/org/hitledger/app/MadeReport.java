package org.hitledger.app;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hitledger.balance.Totals;
import org.hitledger.page.ReportPage;
import org.hitledger.product.findings.FileFindings;
import org.hitledger.report.Panels;
import org.hitledger.rules.PathRules;

/** A report, added up. */
record MadeReport(
    ReportProduct product,
    PathRules rules,
    Panels panels,
    Totals totals,
    List<FileFindings> findings)
    implements MadeProduct {

  @Override
  public String nameOfRows() {
    return "paths";
  }

  /** It has no tables. */
  @Override
  public void write(String folder) {}

  @Override
  public void requireWritten(String folder) {}

  /** The page is what there is to see. */
  @Override
  public void show(StandardStreams streams) {
    streams.progress("writing the page");
    String html =
        ReportPage.of(
            product.origin().facts(product.plan(), rules),
            panels,
            totals.balance(),
            product.plan().zone());
    product.page().write(html.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {}
}
