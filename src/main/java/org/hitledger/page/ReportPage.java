package org.hitledger.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hitledger.balance.Balance;
import org.hitledger.report.Panels;
import org.hitledger.rules.Outcome;

/** Makes the page of a report. */
public final class ReportPage {
  private static final String TEMPLATES = "org.hitledger.page.templates";

  private ReportPage() {}

  /**
   * The page of a report.
   *
   * @param facts of the run that has made it
   * @param panels what it shows
   * @param balance of all lines
   * @param zone of its hours and days
   * @return HTML, to be stored as UTF-8
   */
  public static String of(PageFacts facts, Panels panels, Balance balance, ZoneId zone) {
    var tables = new Tables(panels, facts.isCompared());
    PeriodTable periods = PeriodTable.of(tables, facts.compared(), zone);
    Assets assets = Assets.read();
    var page =
        new Page(
            facts,
            periods.span(),
            zone.getId(),
            new Head(panels, tables).facts(),
            lines(balance),
            periods,
            HeatMap.of(tables),
            tables.all(),
            assets.style(),
            assets.script(),
            assets.policy());
    var html = new StringOutput();
    TemplateEngine.createPrecompiled(null, ContentType.Html, null, TEMPLATES)
        .render("report.jte", page, html);
    return html.toString();
  }

  /** Those classes that have a line, and in the end what they add up to. */
  private static List<BalanceLine> lines(Balance balance) {
    var lines = new ArrayList<BalanceLine>();
    lines.add(new BalanceLine("lines read", Numbers.full(balance.linesRead())));
    Arrays.stream(Outcome.values())
        .filter(outcome -> balance.of(outcome) > 0)
        .map(outcome -> new BalanceLine(outcome.label(), Numbers.full(balance.of(outcome))))
        .forEach(lines::add);
    return lines;
  }
}
