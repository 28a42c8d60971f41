package org.hitledger.report;

/**
 * Where the accesses of a page belong.
 *
 * @param key of the page's row
 * @param page its numbers
 * @param section those of its section
 */
record PageRows(RowKey key, Measures page, Measures section) {}
