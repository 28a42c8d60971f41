package org.hitledger.product.count;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentHashMap.KeySetView;
import org.apache.spark.util.AccumulatorV2;

/**
 * Brings what tasks find of files to the driver, beside the rows that they make: a query of its own
 * would cost a small count as much as reading its logs. A task that runs twice finds the same, and
 * equal findings are one.
 */
final class FindingsOfTasks extends AccumulatorV2<PartFinding, List<FileFindings>> {
  private static final long serialVersionUID = 1L;

  private final KeySetView<PartFinding, Boolean> findings = ConcurrentHashMap.newKeySet();

  @Override
  public boolean isZero() {
    return findings.isEmpty();
  }

  @Override
  public FindingsOfTasks copy() {
    var copy = new FindingsOfTasks();
    copy.findings.addAll(findings);
    return copy;
  }

  @Override
  public void reset() {
    findings.clear();
  }

  @Override
  public void add(PartFinding found) {
    findings.add(found);
  }

  @Override
  public void merge(AccumulatorV2<PartFinding, List<FileFindings>> other) {
    findings.addAll(((FindingsOfTasks) other).findings);
  }

  /** At most one a file, by file. */
  @Override
  public List<FileFindings> value() {
    Map<String, FileFindings> byFile = new LinkedHashMap<>();
    findings.stream()
        .sorted(Comparator.comparing(PartFinding::part, PartFinding.Part.ORDER))
        .forEach(found -> byFile.merge(found.part().file(), found.ofFile(), FileFindings::and));
    return List.copyOf(byFile.values());
  }
}
