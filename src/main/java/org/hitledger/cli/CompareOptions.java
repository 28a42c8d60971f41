package org.hitledger.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hitledger.fault.UsageFault;
import org.hitledger.rules.AccessCriteria;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** With which period the numbers of a report are compared. */
@Command
final class CompareOptions {
  /** What {@code --compare} can be. */
  enum Comparison {
    /** The period of the same length right before. */
    PREVIOUS
  }

  @Option(
      names = "--compare",
      paramLabel = "previous",
      description =
          "Set each number beside that of the period before, which is as long; takes --since and"
              + " --until.")
  Optional<Comparison> compare;

  @Option(
      names = "--compare-since",
      paramLabel = "TIME",
      converter = TimeArgument.Converter.class,
      description = "Set each number beside that of a period from this moment on.")
  Optional<TimeArgument> since;

  @Option(
      names = "--compare-until",
      paramLabel = "TIME",
      converter = TimeArgument.Converter.class,
      description = "The end of that period.")
  Optional<TimeArgument> until;

  /**
   * The accesses of the other period, by the same criteria.
   *
   * @throws UsageFault if it is not said which one that is, or if an access would be in both
   */
  Optional<AccessCriteria> compared(CriteriaOptions reported) {
    if (compare.isPresent()) {
      return Optional.of(previous(reported));
    }
    if (since.isEmpty() && until.isEmpty()) {
      return Optional.empty();
    }
    if (since.isEmpty() || until.isEmpty()) {
      throw new UsageFault(
          "--compare-since and --compare-until go together: give both, or --compare previous");
    }
    return Optional.of(
        apart(reported, since.get().in(reported.zone), until.get().in(reported.zone)));
  }

  private AccessCriteria previous(CriteriaOptions reported) {
    AccessCriteria criteria = reported.criteria();
    if (since.isPresent() || until.isPresent()) {
      throw new UsageFault(
          "--compare previous says which period it is; leave --compare-since and --compare-until out");
    }
    if (reported.since.isEmpty() || reported.until.isEmpty()) {
      throw new UsageFault(
          "--compare previous needs to know how long the period is: give --since and --until");
    }
    var length = Duration.between(criteria.since(), criteria.until());
    return criteria.during(criteria.since().minus(length), criteria.since());
  }

  private static AccessCriteria apart(CriteriaOptions reported, Instant from, Instant to) {
    AccessCriteria criteria = reported.criteria();
    if (!from.isBefore(to)) {
      throw new UsageFault("--compare-since is not before --compare-until; exchange them");
    }
    if (from.isBefore(criteria.until()) && criteria.since().isBefore(to)) {
      throw new UsageFault(
          "the period of --compare-since and --compare-until has a part of the period of the report; limit that by --since and --until");
    }
    return criteria.during(from, to);
  }
}
