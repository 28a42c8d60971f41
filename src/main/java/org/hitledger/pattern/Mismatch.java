package org.hitledger.pattern;

/**
 * Where a line stops fitting.
 *
 * @param column of the byte, from 1
 * @param expected what should stand there, for messages
 */
public record Mismatch(int column, String expected) {}
