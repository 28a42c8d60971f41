package org.hitledger.product.stored;

import java.math.BigInteger;
import java.util.List;
import org.hitledger.fault.UsageFault;
import org.hitledger.rules.AccessCriteria;
import org.hitledger.rules.PathRules;

/**
 * What stored hits do not have of their lines, and so cannot be counted by. Dropped queries are not
 * among it: nothing counts by a query.
 *
 * @param hits the tables
 */
public record StoredLimits(StoredHits hits) {
  private static final String ANONYMIZE_HOSTS = "anonymize-hosts";
  private static final BigInteger LARGEST_STATUS = BigInteger.valueOf(Integer.MAX_VALUE);

  /**
   * Refuses what needs more than the hits have.
   *
   * @param name of the rules, for messages
   * @param rules the rules
   * @param outcomes from where it is known what the rules say
   * @throws UsageFault if hosts are to be excluded anew, and some hits do not have them
   */
  public void requireHosts(String name, PathRules rules, OutcomeSource outcomes) {
    if (outcomes == OutcomeSource.ANEW && !rules.excludedHosts().isEmpty()) {
      hits.runs().forEach(run -> requireHosts(name, run));
    }
  }

  private static void requireHosts(String name, StoredRun run) {
    String how = run.manifest().options().getOrDefault(ANONYMIZE_HOSTS, "");
    if (!how.isEmpty()) {
      throw new UsageFault(
          "--rules %s has excluded_hosts, but the hosts of %s are not kept as they were logged (--anonymize-hosts %s); use the rules that they were written by, others without excluded_hosts, or count the logs"
              .formatted(name, run, how));
    }
  }

  /**
   * Refuses statuses that the table has no room for.
   *
   * @param criteria what is asked for
   * @throws UsageFault if it has one that is too large
   */
  public void requireStatuses(AccessCriteria criteria) {
    List<String> tooLarge =
        criteria.statuses().stream()
            .filter(status -> new BigInteger(status).compareTo(LARGEST_STATUS) > 0)
            .toList();
    if (!tooLarge.isEmpty()) {
      throw new UsageFault(
          "--status %s: hits do not keep statuses beyond %s; leave it out, or count the logs"
              .formatted(String.join(",", tooLarge), LARGEST_STATUS));
    }
  }
}
