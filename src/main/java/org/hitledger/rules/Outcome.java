package org.hitledger.rules;

import java.util.Arrays;

/**
 * The classes of lines. Every line read is in exactly one: the first, in this order, whose
 * condition holds; but how long it is, and whether it is whole, is looked at before all else.
 */
public enum Outcome {
  /** Empty or whitespace only. */
  BLANK("blank"),
  /** Longer than a line may be. */
  TOO_LONG("rejected/too_long"),
  /** Set apart by the log format, such as the {@code #Fields:} of W3C logs. */
  HEADER("ignored/header"),
  /** Not the shape of the file's log format. */
  NO_MATCH("rejected/no_match"),
  /** A time that is not a time. */
  BAD_TIME("rejected/bad_time"),
  /** What the client sent is no request. */
  NO_REQUEST("filtered/no_request"),
  /** A target with a broken authority. */
  BAD_TARGET("filtered/bad_target"),
  /** A path without a non-empty segment; where all sections count, one without a byte. */
  EMPTY_PATH("filtered/empty_path"),
  /** A path with a segment that the rules exclude by name. */
  EXCLUDED_NAME("filtered/excluded_name"),
  /** A path whose last segment ends as the rules exclude. */
  EXCLUDED_EXTENSION("filtered/excluded_extension"),
  /** A path that is not below the section. */
  OUTSIDE_SECTION("filtered/outside_section"),
  /** From a host that the rules exclude. */
  EXCLUDED_HOST("filtered/excluded_host"),
  /** By a user agent that the rules exclude. */
  EXCLUDED_AGENT("filtered/excluded_agent"),
  /** With a method that was not asked for. */
  OTHER_METHOD("filtered/method"),
  /** With a status that was not asked for. */
  OTHER_STATUS("filtered/status"),
  /** Before or after the time that was asked for. */
  OTHER_TIME("filtered/time"),
  /** By a crawler, where people were asked for. */
  BY_CRAWLER("filtered/crawler"),
  /** By people, where crawlers were asked for. */
  BY_PEOPLE("filtered/people"),
  /** Everything else: a hit, counted under its path. */
  COUNTED("counted"),
  /** Cut off where a file is damaged, which stands for all that is lost behind it. */
  DAMAGED("damaged");

  /** How the names of the classes begin whose lines are no access records. */
  public static final String REJECTED = "rejected/";

  private static final String FILTERED = "filtered/";

  private final String label;

  Outcome(String label) {
    this.label = label;
  }

  /**
   * The class of a name.
   *
   * @param label as {@link #label} gives it
   * @return the class
   * @throws IllegalArgumentException if there is none
   */
  public static Outcome labelled(String label) {
    return Arrays.stream(values())
        .filter(outcome -> outcome.label.equals(label))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("no class is named '" + label + "'"));
  }

  /**
   * Whether lines of this class were meant to be access records and are none.
   *
   * @return true for those named {@link #REJECTED}
   */
  public boolean isRejected() {
    return label.startsWith(REJECTED);
  }

  /**
   * Whether lines of this class are access records.
   *
   * @return true for those counted or filtered
   */
  public boolean isAccepted() {
    return this == COUNTED || label.startsWith(FILTERED);
  }

  /**
   * Whether lines are in this class only if a filter is in use that can be left out. All of these
   * are decided last, so that a filter takes lines from the counted ones and from no other class.
   *
   * @return true for the classes from excluded host to people
   */
  public boolean isOptional() {
    return compareTo(OUTSIDE_SECTION) > 0 && compareTo(COUNTED) < 0;
  }

  /**
   * The name of the class in every output.
   *
   * @return for example {@code filtered/empty_path}
   */
  public String label() {
    return label;
  }
}
