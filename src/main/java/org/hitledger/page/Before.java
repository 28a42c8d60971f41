package org.hitledger.page;

/**
 * A number of the period that a report is compared with.
 *
 * @param number in full digits
 * @param change from it to the number of the report
 */
public record Before(String number, String change) {

  static Before of(long now, long before) {
    return new Before(Numbers.full(before), Numbers.change(now, before));
  }

  boolean isNone() {
    return number.equals(Numbers.full(0));
  }

  /**
   * Both, in words.
   *
   * @return such as {@code 1,024 before, +3.1 %}
   */
  public String inWords() {
    return "%s before, %s".formatted(number, change);
  }
}
