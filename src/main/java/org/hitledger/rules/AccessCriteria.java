package org.hitledger.rules;

import java.time.Instant;
import java.util.List;

/**
 * Which accesses a run counts, of those that the rules let pass.
 *
 * @param methods those that count, compared byte by byte; none for all
 * @param statuses those that count, of digits, compared as numbers; none for all
 * @param since the first moment that counts; {@link Instant#MIN} for no limit
 * @param until the first moment that counts no more; {@link Instant#MAX} for no limit
 * @param clients whose accesses count
 */
public record AccessCriteria(
    List<String> methods, List<String> statuses, Instant since, Instant until, Clients clients) {
  /** Every access counts. */
  public static final AccessCriteria NONE =
      new AccessCriteria(List.of(), List.of(), Instant.MIN, Instant.MAX, Clients.ALL);

  /** Takes copies. */
  public AccessCriteria {
    methods = List.copyOf(methods);
    statuses = List.copyOf(statuses);
  }

  /**
   * The same of another time.
   *
   * @param from the first moment that counts
   * @param to the first moment that counts no more
   * @return criteria that are the same but for that
   */
  public AccessCriteria during(Instant from, Instant to) {
    return new AccessCriteria(methods, statuses, from, to, clients);
  }

  /** Whether some moments do not count. */
  boolean limitTime() {
    return since.isAfter(Instant.MIN) || until.isBefore(Instant.MAX);
  }
}
