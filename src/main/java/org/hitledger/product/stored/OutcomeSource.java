package org.hitledger.product.stored;

import java.util.EnumSet;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.hitledger.fault.UsageFault;
import org.hitledger.publish.Manifest;
import org.hitledger.rules.AcceptedLine;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.Outcome;
import org.hitledger.rules.PathRules;

/** From where it is known what rules make of accesses that are among hits. */
public enum OutcomeSource {
  /** The hits were written by the same rules, and say it: only criteria look at the rest. */
  STORED {
    @Override
    Set<Outcome> columnsOf(LineClassifier classifier) {
      Set<Outcome> filters = EnumSet.copyOf(classifier.classes());
      filters.removeAll(Set.of(Outcome.EXCLUDED_HOST, Outcome.EXCLUDED_AGENT));
      return filters;
    }

    @Override
    AcceptedLine accept(Row row, Reading reading, HitRows rows, LineClassifier classifier) {
      return classifier.accept(rows.access(row, reading), rows.outcome(row));
    }
  },

  /** The rules are others, and look at what each hit says of its line. */
  ANEW {
    @Override
    Set<Outcome> columnsOf(LineClassifier classifier) {
      return classifier.classes();
    }

    @Override
    AcceptedLine accept(Row row, Reading reading, HitRows rows, LineClassifier classifier) {
      return classifier.accept(rows.access(row, reading));
    }
  };

  /**
   * Compares rules with those that hits were written by; criteria there were none.
   *
   * @param hits the hits
   * @param rules what decides which accesses count
   * @return stored, if they are the same
   */
  public static OutcomeSource of(StoredHits hits, PathRules rules) {
    var asked = Manifest.Rules.of(rules);
    return hits.runs().stream().allMatch(run -> run.manifest().rules().areSameAs(asked))
        ? STORED
        : ANEW;
  }

  /** The classes whose columns have to be looked at. */
  abstract Set<Outcome> columnsOf(LineClassifier classifier);

  /**
   * Classifies the access of a row.
   *
   * @throws UsageFault if the row does not say enough of it
   */
  final AcceptedLine classify(Row row, HitRows rows, LineClassifier classifier) {
    AcceptedLine line = accept(row, Reading.OF_TEXT, rows, classifier);
    AcceptedLine other = accept(row, Reading.OF_BYTES, rows, classifier);
    if (line.outcome() != other.outcome()) {
      throw unclear(rows.file(row).toString(), line.outcome(), other.outcome());
    }
    return line;
  }

  abstract AcceptedLine accept(Row row, Reading reading, HitRows rows, LineClassifier classifier);

  private static UsageFault unclear(String file, Outcome outcome, Outcome other) {
    return new UsageFault(
        "%s: whether an access is %s or %s cannot be told from its hit, which does not say if a \\xHH or a - was logged as such; have the rules (--rules) look for other texts, or count the logs"
            .formatted(file, outcome.label(), other.label()));
  }
}
