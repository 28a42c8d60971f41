package org.hitledger.report;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;
import org.hitledger.rules.Outcome;

/** Enters accesses into all panels that they belong to, for one task. */
final class AccessTally {
  private final Tally tally;
  private final WhoAsks whoAsks;
  private final LastMet<Optional<byte[]>> engines = new LastMet<>(SearchEngines::of);
  private final PeriodMeasures periods;
  private final VisitorTally visitors;

  AccessTally(Tally tally, TallySteps steps) {
    this.tally = tally;
    whoAsks = new WhoAsks(steps.crawlers());
    periods = new PeriodMeasures(tally, steps.zone());
    visitors =
        switch (steps.visitors()) {
          case EXACT -> new ExactVisitors(tally);
          case ESTIMATED -> new EstimatedVisitors(tally, whoAsks, periods);
        };
  }

  void add(ReportedAccess access) {
    tally.of(Panel.LINES, lineClass(access.outcome())).add(Frame.REPORTED, Measure.ACCESSES, 1);
    if (!access.isOutside()) {
      enter(access);
    }
  }

  private static byte[] lineClass(Outcome outcome) {
    return new byte[] {(byte) outcome.ordinal()};
  }

  private void enter(ReportedAccess access) {
    long hour = periods.hour(access.epochSecond());
    Who who = whoAsks.of(access.userAgent());
    access.addTo(tally.of(Panel.TOTAL, who.asName()));
    addRequest(access);
    addWhatWentWrong(access);
    Optional<PageRows> page = access.isPage() ? Optional.of(addPage(access)) : Optional.empty();
    PeriodsOfHour found = periods.of(access.frame(), hour, who);
    found.add(access);
    // What it is compared with is no part of the pictures beside pages.
    if (access.frame() == Frame.REPORTED) {
      page.ifPresent(rows -> addAt(found.number(), rows));
    }
    var visitor = new Visitor(access.frame(), periods.day(hour), access.host(), access.userAgent());
    visitors.add(visitor, access, hour, page);
  }

  private static void addAt(int hour, PageRows rows) {
    rows.page().addAt(hour);
    rows.section().addAt(hour);
  }

  private void addRequest(ReportedAccess access) {
    access.addTo(tally.of(Panel.STATUSES, status(access)));
    access.addTo(tally.of(Panel.METHODS, access.method()));
    access.addTo(tally.of(Panel.PROTOCOLS, access.protocol()));
    if (access.site().length > 0) {
      access.addTo(tally.of(Panel.SITES, access.site()));
    }
    if (access.outcome() == Outcome.EXCLUDED_EXTENSION) {
      access.addTo(tally.of(Panel.STATIC_FILES, access.path()));
    }
  }

  private void addWhatWentWrong(ReportedAccess access) {
    if (access.isNotFound()) {
      access.addTo(tally.of(Panel.NOT_FOUND, access.path(), access.referer()));
    } else if (access.isOtherError()) {
      access.addTo(tally.of(Panel.OTHER_ERRORS, status(access), access.path()));
    }
  }

  private static byte[] status(ReportedAccess access) {
    return access.status() < 0 ? new byte[0] : Integer.toString(access.status()).getBytes(US_ASCII);
  }

  private PageRows addPage(ReportedAccess access) {
    PageRows rows = tally.page(RowKey.of(Panel.PAGES, access.path()));
    access.addTo(rows.page());
    access.addTo(rows.section());
    if (access.refererHost().length > 0) {
      access.addTo(tally.of(Panel.REFERRING_SITES, access.refererHost()));
      Optional<byte[]> engine = engines.of(access.refererHost());
      engine.ifPresent(name -> access.addTo(tally.of(Panel.SEARCH_ENGINES, name)));
    }
    if (access.durationMicros() >= 0) {
      access.addTo(
          tally.of(Panel.DURATIONS, access.path(), RowKey.moment(access.durationMicros())));
    }
    return rows;
  }
}
