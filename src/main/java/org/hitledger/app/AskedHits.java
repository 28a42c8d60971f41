package org.hitledger.app;

import java.util.EnumSet;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.hitledger.plan.FromPlan;
import org.hitledger.product.stored.LinesOfHits;
import org.hitledger.product.stored.OutcomeSource;
import org.hitledger.product.stored.StoredHits;
import org.hitledger.product.stored.StoredLimits;
import org.hitledger.rules.AccessCriteria;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.Outcome;
import org.hitledger.rules.PathRules;

/**
 * Hits of earlier runs, and by what their accesses are classified now.
 *
 * @param hits where they are
 * @param rules what decides which accesses count
 * @param classifier by these rules and criteria
 * @param outcomes from where it is known what the rules say
 */
record AskedHits(
    StoredHits hits, PathRules rules, LineClassifier classifier, OutcomeSource outcomes) {

  /**
   * Looks them up.
   *
   * @throws org.hitledger.fault.Fault if they are none, or cannot answer what is asked
   */
  static AskedHits of(FromPlan plan, AccessCriteria criteria, Configuration hadoop) {
    PathRules rules = plan.rules().read(hadoop);
    // How long lines may be was asked when they were read.
    var classifier = new LineClassifier(rules, criteria, Integer.MAX_VALUE);
    StoredHits hits = StoredHits.in(plan.folder(), hadoop);
    OutcomeSource outcomes = OutcomeSource.of(hits, rules);
    var limits = new StoredLimits(hits);
    limits.requireHosts(plan.rules().name(), rules, outcomes);
    limits.requireStatuses(criteria);
    return new AskedHits(hits, rules, classifier, outcomes);
  }

  /** The lines that they were made of. */
  LinesOfHits lines(SparkSession spark) {
    return new LinesOfHits(spark, hits, classifier, outcomes);
  }

  /** The classes to list. */
  Set<Outcome> classes() {
    Set<Outcome> classes = EnumSet.copyOf(classifier.classes());
    if (hits.list(Outcome.HEADER)) {
      classes.add(Outcome.HEADER);
    }
    return classes;
  }
}
