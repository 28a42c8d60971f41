/**
 * Access logs as a source of Spark's, by the name {@code accesslog}: a row for every line, through
 * the same formats, packings and rules as all else. Only Spark's public connector API is used, but
 * for a run of ours, which hands over what it has found: {@link
 * org.hitledger.datasource.RowsOfRun}.
 */
package org.hitledger.datasource;
