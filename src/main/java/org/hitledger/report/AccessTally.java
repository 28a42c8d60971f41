package org.hitledger.report;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.hitledger.period.Periods;
import org.hitledger.period.Unit;
import org.hitledger.rules.Outcome;

/** Enters accesses into all panels that they belong to, for one task. */
final class AccessTally {
  private final Tally tally;
  private final WhoAsks whoAsks;
  private final LongUnaryOperator hours;
  private final LongUnaryOperator days;
  private final LongUnaryOperator months;
  private final ZoneId zone;

  AccessTally(Tally tally, WhoAsks whoAsks, ZoneId zone) {
    this.tally = tally;
    this.whoAsks = whoAsks;
    this.zone = zone;
    hours = new Periods(Unit.HOUR, zone).starts();
    days = new Periods(Unit.DAY, zone).starts();
    months = new Periods(Unit.MONTH, zone).starts();
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
    long hour = hours.applyAsLong(access.epochSecond());
    long day = days.applyAsLong(access.epochSecond());
    byte[] who = whoAsks.of(access.userAgent()).asName();
    access.addTo(tally.of(Panel.TOTAL, who));
    access.addTo(tally.of(Panel.HOURS, RowKey.moment(hour), who));
    access.addTo(tally.of(Panel.DAYS, RowKey.moment(day), who));
    access.addTo(
        tally.of(Panel.MONTHS, RowKey.moment(months.applyAsLong(access.epochSecond())), who));
    access.addTo(tally.of(Panel.WEEKDAYS, weekday(hour)));
    addRequest(access);
    addWhatWentWrong(access);
    if (access.isPage()) {
      addPage(access);
    }
    tally.visit(new Visitor(access.frame(), day, access.host(), access.userAgent()), access, hour);
  }

  private byte[][] weekday(long hour) {
    ZonedDateTime local = Instant.ofEpochSecond(hour).atZone(zone);
    return new byte[][] {{(byte) local.getDayOfWeek().getValue()}, {(byte) local.getHour()}};
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

  private void addPage(ReportedAccess access) {
    access.addTo(tally.of(Panel.PAGES, access.path()));
    access.addTo(tally.of(Panel.SECTIONS, Section.of(access.path())));
    if (access.refererHost().length > 0) {
      access.addTo(tally.of(Panel.REFERRING_SITES, access.refererHost()));
      Optional<byte[]> engine = SearchEngines.of(access.refererHost());
      engine.ifPresent(name -> access.addTo(tally.of(Panel.SEARCH_ENGINES, name)));
    }
    if (access.durationMicros() >= 0) {
      access.addTo(
          tally.of(Panel.DURATIONS, access.path(), RowKey.moment(access.durationMicros())));
    }
  }
}
