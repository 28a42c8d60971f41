package org.hitledger.report;

import java.util.List;

/**
 * The first rows of a panel, and what all of its rows come to.
 *
 * @param rows in the panel's order
 * @param number of all rows
 * @param sum of all rows
 */
public record PanelRows(List<PanelRow> rows, long number, Measures sum) {}
