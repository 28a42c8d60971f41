package org.hitledger.page;

import java.util.List;

/**
 * A panel with a table.
 *
 * @param id by which a link reaches it
 * @param title what it shows
 * @param about what its numbers mean, in a sentence
 * @param names the headings of the texts that name rows
 * @param numbers the headings of the columns of numbers
 * @param rows its rows, each with all cells
 * @param rest what is said of rows that are not shown; empty if there are none
 */
public record Table(
    String id,
    String title,
    String about,
    List<String> names,
    List<String> numbers,
    List<List<Cell>> rows,
    String rest) {
  private static final int MANY_COLUMNS = 6;
  private static final String LONG = "path";

  /**
   * Whether half a page is too narrow for it.
   *
   * @return true if it has many columns, or more than a number beside long texts
   */
  public boolean isWide() {
    int columns = names.size() + numbers.size();
    return columns >= MANY_COLUMNS || (names.contains(LONG) && columns > 2);
  }
}
