package org.hitledger.app;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hitledger.balance.Totals;
import org.hitledger.page.ReportPage;
import org.hitledger.product.findings.FileFindings;
import org.hitledger.report.Panels;

/** A report, added up. */
record MadeReport(ReportProduct product, Panels panels, Totals totals, List<FileFindings> findings)
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
    String html = ReportPage.of(product.facts(), panels, totals.balance(), product.zone());
    product.page().write(html.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {}
}
