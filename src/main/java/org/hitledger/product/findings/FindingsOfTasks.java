package org.hitledger.product.findings;

import java.io.Serializable;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentHashMap.KeySetView;
import org.apache.spark.util.AccumulatorV2;

/**
 * Brings what tasks find to the driver, beside the rows that they make: a query of its own would
 * cost a small count as much as reading its logs. A task that runs twice finds the same, and equal
 * findings are one.
 *
 * @param <F> what is found, with an equality of its own
 */
public final class FindingsOfTasks<F extends Serializable> extends AccumulatorV2<F, Set<F>> {
  private static final long serialVersionUID = 2L;

  private final KeySetView<F, Boolean> findings = ConcurrentHashMap.newKeySet();

  /** Nothing found. To be registered with a Spark context. */
  public FindingsOfTasks() {}

  @Override
  public boolean isZero() {
    return findings.isEmpty();
  }

  @Override
  public FindingsOfTasks<F> copy() {
    var copy = new FindingsOfTasks<F>();
    copy.findings.addAll(findings);
    return copy;
  }

  @Override
  public void reset() {
    findings.clear();
  }

  @Override
  public void add(F found) {
    findings.add(found);
  }

  @Override
  public void merge(AccumulatorV2<F, Set<F>> other) {
    findings.addAll(other.value());
  }

  @Override
  public Set<F> value() {
    return Set.copyOf(findings);
  }
}
