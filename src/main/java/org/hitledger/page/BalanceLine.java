package org.hitledger.page;

/**
 * A line of the balance.
 *
 * @param label the class of lines
 * @param lines in full digits
 */
public record BalanceLine(String label, String lines) {}
