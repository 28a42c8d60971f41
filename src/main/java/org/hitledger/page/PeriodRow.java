package org.hitledger.page;

import java.util.List;

/**
 * What happened in an hour, a day or a month.
 *
 * @param label its name
 * @param start in seconds since 1970
 * @param numbers in the order of {@link PeriodTable#NUMBERS}
 */
public record PeriodRow(String label, long start, List<Long> numbers) {

  /**
   * A number as people read it.
   *
   * @param place in {@link #numbers}
   * @return in full digits
   */
  public String shown(int place) {
    return Numbers.full(numbers.get(place));
  }
}
