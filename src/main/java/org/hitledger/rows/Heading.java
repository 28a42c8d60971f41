package org.hitledger.rows;

/**
 * What stands above a column.
 *
 * @param name of the column
 * @param isNumeric whether its values are numbers
 */
public record Heading(String name, boolean isNumeric) {}
