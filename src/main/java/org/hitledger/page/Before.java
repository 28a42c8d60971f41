package org.hitledger.page;

/**
 * A number of the period that a report is compared with.
 *
 * @param number that number
 * @param now the number of the report
 */
public record Before(long number, long now) {

  /**
   * The number as people read it.
   *
   * @return in full digits
   */
  public String shown() {
    return Numbers.full(number);
  }

  /**
   * How it has changed to the number of the report.
   *
   * @return such as {@code +3.1 %}
   */
  public String change() {
    return Numbers.change(now, number);
  }

  /**
   * Both, in words.
   *
   * @return such as {@code 1,024 before, +3.1 %}
   */
  public String inWords() {
    return "%s before, %s".formatted(shown(), change());
  }
}
