package org.hitledger.report;

/**
 * One row of the result.
 *
 * @param path the path
 * @param count its hits, one or more
 */
public record PathCount(String path, long count) {}
