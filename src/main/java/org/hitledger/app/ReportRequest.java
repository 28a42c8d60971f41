package org.hitledger.app;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hitledger.page.PageFacts;
import org.hitledger.plan.ReportPlan;
import org.hitledger.plan.RulesOfRun;
import org.hitledger.publish.PageFile;
import org.hitledger.rules.AccessCriteria;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.PathRules;

/**
 * What was asked of a report, looked up.
 *
 * @param plan as it was asked
 * @param rules what decides which accesses are pages
 * @param subject the logs, or the folder of hits, as they were named
 * @param page where it is to appear
 */
record ReportRequest(ReportPlan plan, PathRules rules, List<String> subject, PageFile page) {

  static ReportRequest of(
      ReportPlan plan, RulesOfRun rules, List<String> subject, RunEnvironment environment) {
    return new ReportRequest(
        plan,
        rules.read(environment.hadoop()),
        subject,
        PageFile.begin(plan.output(), plan.overwrite(), environment.hadoop()));
  }

  /** What makes the page. */
  ReportProduct product(Map<String, String> options) {
    return new ReportProduct(
        plan.criteria(),
        plan.compared().map(other -> new LineClassifier(rules, other, Integer.MAX_VALUE)),
        rules.crawlers(),
        plan.zone(),
        facts(options),
        page);
  }

  private PageFacts facts(Map<String, String> options) {
    return new PageFacts(
        subject,
        moment(Instant.now(), plan.zone()),
        Versions.own(),
        options,
        pages(),
        plan.compared().map(this::period).orElse(""));
  }

  private String pages() {
    return rules.haveAllSections()
        ? "all that is no clutter, of the whole site"
        : "all below /%s that is no clutter".formatted(rules.section());
  }

  private String period(AccessCriteria compared) {
    return "%s to %s"
        .formatted(moment(compared.since(), plan.zone()), moment(compared.until(), plan.zone()));
  }

  private static String moment(Instant moment, ZoneId zone) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
        .withZone(zone)
        .format(moment);
  }
}
