package org.hitledger.app;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hitledger.page.ComparedPeriod;
import org.hitledger.page.PageFacts;
import org.hitledger.plan.ReportPlan;
import org.hitledger.report.VisitorCount;
import org.hitledger.rules.AccessCriteria;
import org.hitledger.rules.PathRules;

/**
 * What a report is made of, and how it was asked for.
 *
 * @param subject the logs, or the folder of hits, as they were named
 * @param options as they were given, by name
 */
record ReportOrigin(List<String> subject, Map<String, String> options) {

  /** What a page made now says of it. */
  PageFacts facts(ReportPlan plan, PathRules rules) {
    return new PageFacts(
        subject,
        moment(Instant.now(), plan.zone()),
        Versions.own(),
        options,
        pages(rules),
        plan.compared().map(other -> compared(other, plan)),
        visitors(plan.visitors()));
  }

  private static String visitors(VisitorCount count) {
    return "A visitor is a host with its user agent on one day."
        + switch (count) {
          case EXACT -> "";
          case ESTIMATED ->
              " Visitors are estimated: nearly all numbers of them are within 5 % of the exact ones.";
        };
  }

  private static String pages(PathRules rules) {
    return rules.haveAllSections()
        ? "all that is no clutter, of the whole site"
        : "all below /%s that is no clutter".formatted(rules.section());
  }

  private static ComparedPeriod compared(AccessCriteria other, ReportPlan plan) {
    String words =
        "%s to %s"
            .formatted(moment(other.since(), plan.zone()), moment(other.until(), plan.zone()));
    Optional<Instant> since =
        Optional.of(plan.criteria().since()).filter(moment -> moment.isAfter(Instant.MIN));
    return new ComparedPeriod(words, other.since(), other.until(), since, plan.criteria().until());
  }

  private static String moment(Instant moment, ZoneId zone) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
        .withZone(zone)
        .format(moment);
  }
}
