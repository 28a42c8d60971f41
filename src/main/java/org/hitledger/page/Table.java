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
    String rest) {}
