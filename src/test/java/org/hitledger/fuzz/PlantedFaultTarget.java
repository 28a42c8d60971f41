package org.hitledger.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.hitledger.logformat.Combined;
import org.hitledger.oracle.Oracle;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.PathRules;
import org.hitledger.testing.Decision;

/**
 * A classifier with one rule that the oracle knows nothing of: a name of eight bytes, which nobody
 * finds by chance, but which a fuzzer sees when the classifier compares with it.
 */
public final class PlantedFaultTarget {
  private static final LineClassifier FAULTY = new LineClassifier(rules());

  private PlantedFaultTarget() {}

  /**
   * Takes one line.
   *
   * @param line any bytes
   */
  public static void fuzzerTestOneInput(byte[] line) {
    Decision expected = Decision.byOracle(line);
    Decision found = Decision.of(FAULTY.classify(line, Combined.COMBINED.reader()));
    if (!found.equals(expected)) {
      throw new AssertionError("found the planted fault: " + Decision.visible(line));
    }
  }

  private static PathRules rules() {
    List<String> names = new ArrayList<>(Oracle.defaultNames());
    names.add("zq7k-vxw");
    return new PathRules(Oracle.defaultSection(), names, Oracle.defaultExtensions());
  }
}
