package org.hitledger.balance;

/**
 * What the tables of a count add up to.
 *
 * @param balance lines by class, over all files
 * @param rows number of distinct paths; by periods, of the distinct paths of each
 * @param pathBytes bytes of the paths in all rows
 */
public record Totals(Balance balance, long rows, long pathBytes) {}
