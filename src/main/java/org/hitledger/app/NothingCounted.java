package org.hitledger.app;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hitledger.balance.Balance;
import org.hitledger.plan.RulesOfRun;
import org.hitledger.plan.UnknownFormats;
import org.hitledger.product.count.ClassedLines;
import org.hitledger.product.count.FirstSegments;
import org.hitledger.product.count.FirstSegments.Segment;
import org.hitledger.rules.Outcome;
import org.hitledger.rules.PathRules;

/**
 * Says of a run in which no access counts why that is, and what to do: nearly always, its site has
 * its pages elsewhere.
 */
final class NothingCounted {
  private static final int MOST_SEGMENTS = 5;

  /** Of a segment that is shown: strangers can make it as long as a line. */
  private static final int MOST_CHARACTERS = 60;

  private final RulesOfRun chosen;
  private final PathRules rules;

  NothingCounted(RulesOfRun chosen, PathRules rules) {
    this.chosen = chosen;
    this.rules = rules;
  }

  /**
   * The note on a run. Only if no access counts, and some are in no section that does, the lines
   * are read once more.
   *
   * @return nothing if some access counts, or no line is an access
   */
  Optional<String> note(Balance balance, Set<Outcome> classes, ClassedLines lines) {
    if (balance.linesRead() == 0) {
      return Optional.of("there is no line in what was read");
    }
    if (balance.linesRead() == balance.of(Outcome.BLANK)) {
      return Optional.of("all lines that were read are blank");
    }
    List<Outcome> filters =
        classes.stream().filter(Outcome::isAccepted).filter(c -> balance.of(c) > 0).toList();
    if (filters.isEmpty()) {
      return noteOnTimes(balance.of(Outcome.BAD_TIME));
    }
    if (filters.contains(Outcome.COUNTED)) {
      return Optional.empty();
    }
    return Optional.of(
        isForSection(filters)
            ? noteOn(FirstSegments.of(lines, MOST_SEGMENTS))
            : noteOn(filters, balance));
  }

  private static Optional<String> noteOnTimes(long lines) {
    return lines == 0
        ? Optional.empty()
        : Optional.of(
            "no line has a time that its log format knows (%s: %,d); %s"
                .formatted(Outcome.BAD_TIME.label(), lines, UnknownFormats.GIVE_FORMAT));
  }

  /** Not if a filter of the run's options has taken what is in the section. */
  private boolean isForSection(List<Outcome> filters) {
    return !rules.haveAllSections()
        && filters.stream().noneMatch(Outcome::isOptional)
        && (filters.contains(Outcome.OUTSIDE_SECTION) || filters.contains(Outcome.EMPTY_PATH));
  }

  private String noteOn(List<Segment> segments) {
    return "no access counts below /%s/: the first segments seen most are %s; count %s"
        .formatted(
            rules.section(),
            segments.stream().map(NothingCounted::shown).collect(joining(", ")),
            advice(segments));
  }

  private static String shown(Segment segment) {
    String name = segment.name();
    int end = Math.min(MOST_CHARACTERS, name.length());
    return "/%s%s (%,d)"
        .formatted(name.substring(0, end), end < name.length() ? "..." : "", segment.accesses());
  }

  private String advice(List<Segment> segments) {
    return segments.stream()
        .map(Segment::name)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .map(
            name ->
                "one of them with --section %s, or the whole site with %s"
                    .formatted(isPlain(name) ? name : "NAME", wholeSite()))
        .orElseGet(() -> "the whole site with " + wholeSite());
  }

  /** Whether it needs no quotes in any shell, is no option, and has no other sense after one. */
  private static boolean isPlain(String name) {
    return name.matches("[A-Za-z0-9_][A-Za-z0-9_.-]*") && !name.equals(PathRules.ALL_SECTIONS);
  }

  private String wholeSite() {
    if (!chosen.name().equals("book")) {
      return "--section " + PathRules.ALL_SECTIONS;
    }
    return chosen.section().isPresent() ? "--rules site instead of --section" : "--rules site";
  }

  private static String noteOn(List<Outcome> filters, Balance balance) {
    return "no access counts: these filters have taken them all: %s; change the rules (--rules FILE), or the options that they are named like"
        .formatted(
            filters.stream()
                .map(filter -> "%s (%,d)".formatted(filter.label(), balance.of(filter)))
                .collect(joining(", ")));
  }
}
