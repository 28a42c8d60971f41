package org.hitledger.report;

import java.util.List;

/** What a report adds up, each in rows of its own; a row is named by one text or several. */
public enum Panel {
  /** All accesses, by {@link Who}. */
  TOTAL(1, Order.BY_NAME, 2),
  /** Lines that are accesses, by class; those outside of the report's period too. */
  LINES(1, Order.BY_ACCESSES),
  /** By hour and {@link Who}. */
  HOURS(2, Order.BY_NAME, 2 * Grain.HOURS.most()),
  /** By day and {@link Who}. */
  DAYS(2, Order.BY_NAME, 2 * Grain.DAYS.most()),
  /** By month and {@link Who}. */
  MONTHS(2, Order.BY_NAME, 2 * Grain.MOST_MONTHS),
  /** The hours of the period that a report is compared with, by {@link Who}. */
  HOURS_COMPARED(2, Order.BY_NAME, 2 * Grain.HOURS.most()),
  /** Its days. */
  DAYS_COMPARED(2, Order.BY_NAME, 2 * Grain.DAYS.most()),
  /** Its months. */
  MONTHS_COMPARED(2, Order.BY_NAME, 2 * Grain.MOST_MONTHS),
  /** By day of the week and hour of the day. */
  WEEKDAYS(2, Order.BY_NAME, 7 * 24),
  /** Counted accesses by path. */
  PAGES(1, Order.BY_PAGES),
  /** Counted accesses by the first segment of their path. */
  SECTIONS(1, Order.BY_PAGES),
  /** Visitors by the first page that they asked for on a day. */
  LANDING_PAGES(1, Order.BY_VISITORS),
  /** Accesses with status 404, by path and referer. */
  NOT_FOUND(2, Order.BY_ACCESSES),
  /** Accesses with another status from 400 to 599, by status and path. */
  OTHER_ERRORS(2, Order.BY_ACCESSES),
  /** Accesses by status. */
  STATUSES(1, Order.BY_ACCESSES),
  /** Accesses by method. */
  METHODS(1, Order.BY_ACCESSES),
  /** Accesses by protocol. */
  PROTOCOLS(1, Order.BY_ACCESSES),
  /** Counted accesses by the host of their referer. */
  REFERRING_SITES(1, Order.BY_PAGES),
  /** Counted accesses by the search engine that the referer is of. */
  SEARCH_ENGINES(1, Order.BY_PAGES),
  /** People by user agent; no panel of its own, but what the next three are made of. */
  AGENTS(1, Order.BY_VISITORS),
  /** People by browser. */
  BROWSERS(1, Order.BY_VISITORS),
  /** People by operating system. */
  SYSTEMS(1, Order.BY_VISITORS),
  /** People by kind of device. */
  DEVICES(1, Order.BY_VISITORS),
  /** Crawlers by kind and name. */
  CRAWLERS(2, Order.BY_ACCESSES),
  /** Accesses by host. */
  HOSTS(1, Order.BY_ACCESSES),
  /** Accesses by site, where logs name it. */
  SITES(1, Order.BY_ACCESSES),
  /** Accesses to files that are no pages by their extension, by path. */
  STATIC_FILES(1, Order.BY_ACCESSES),
  /** Counted accesses by path, with how long they took, where logs say it. */
  SLOW_PAGES(1, Order.BY_SLOWNESS),
  /** AI crawlers by name. */
  AI_CRAWLERS(1, Order.BY_ACCESSES),
  /** Counted accesses by path and duration; what {@link #SLOW_PAGES} is made of. */
  DURATIONS(2, Order.BY_PAGES),
  /** Visitors with what they did; no panel of its own, but what many are made of. */
  VISITORS(4, Order.BY_NAME),
  /** First rows of panels that some task has chosen already; no panel of its own. */
  CHOSEN(1, Order.BY_NAME);

  /** How many rows a page has of a panel that can have any number of them. */
  private static final int MOST_ROWS = 500;

  private static final List<Panel> ALL = List.of(values());

  private final int names;
  private final Order order;
  private final int limit;

  Panel(int names, Order order) {
    this(names, order, MOST_ROWS);
  }

  Panel(int names, Order order, int limit) {
    this.names = names;
    this.order = order;
    this.limit = limit;
  }

  /** The panel at a place, without a copy of all of them each time. */
  static Panel at(int ordinal) {
    return ALL.get(ordinal);
  }

  /**
   * The panel for the hours, days or months of a period, of which each has its own: those of the
   * one are so kept however many the other has.
   *
   * @param frame which period
   * @return this or its counterpart
   */
  public Panel during(Frame frame) {
    if (frame == Frame.REPORTED) {
      return this;
    }
    return switch (this) {
      case HOURS -> HOURS_COMPARED;
      case DAYS -> DAYS_COMPARED;
      case MONTHS -> MONTHS_COMPARED;
      default -> throw new IllegalArgumentException(this + " has both periods");
    };
  }

  /**
   * How many texts name a row.
   *
   * @return at least 1
   */
  public int names() {
    return names;
  }

  /** Which rows come first. */
  Order order() {
    return order;
  }

  /** How many rows are kept. */
  int limit() {
    return limit;
  }

  /** Whether its rows are whole only once visitors are counted, who may be met with anywhere. */
  boolean hasVisitors() {
    return switch (this) {
      case HOURS_COMPARED, DAYS_COMPARED, MONTHS_COMPARED -> true;
      case TOTAL, HOURS, DAYS, MONTHS, PAGES, SECTIONS, LANDING_PAGES -> true;
      case AGENTS, CRAWLERS, AI_CRAWLERS -> true;
      default -> false;
    };
  }

  /** Whether its rows are made of rows of another panel, once these are whole. */
  boolean isMadeOfRows() {
    return this == BROWSERS || this == SYSTEMS || this == DEVICES;
  }
}
