package org.hitledger.datasource;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.sources.EqualTo;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.In;
import org.hitledger.product.hits.HitColumn;

/**
 * Those of a query's filters that spare work here: files that are not asked for are not read, and
 * lines of other classes or times make no rows.
 *
 * @param filters all of them
 */
record PushedFilters(List<Filter> filters) implements Serializable {
  static final PushedFilters NONE = new PushedFilters(List.of());

  private static final long serialVersionUID = 1L;

  static PushedFilters of(Filter[] all) {
    return new PushedFilters(
        Arrays.stream(all)
            .filter(
                filter ->
                    values(filter, HitColumn.FILE).isPresent()
                        || values(filter, HitColumn.OUTCOME).isPresent()
                        || TimeRange.of(filter).isPresent())
            .toList());
  }

  /** Whether lines of a file, or of a class, can be in what the query gives. */
  boolean admits(HitColumn column, String value) {
    return filters.stream()
        .map(filter -> values(filter, column))
        .flatMap(Optional::stream)
        .allMatch(values -> values.contains(value));
  }

  /** The times that rows can have which the query gives. */
  TimeRange times() {
    return filters.stream()
        .flatMap(filter -> TimeRange.of(filter).stream())
        .reduce(TimeRange.ALL, TimeRange::and);
  }

  private static Optional<Set<Object>> values(Filter filter, HitColumn column) {
    if (filter instanceof EqualTo equal && equal.attribute().equals(column.label())) {
      return Optional.of(Set.of(equal.value()));
    }
    return filter instanceof In in && in.attribute().equals(column.label())
        ? Optional.of(new HashSet<>(Arrays.asList(in.values())))
        : Optional.empty();
  }
}
