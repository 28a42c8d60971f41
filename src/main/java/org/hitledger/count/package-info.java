/**
 * The Spark layer: lines become rows, rows become counts. What happens to one line is decided in
 * {@link org.hitledger.rules}; nothing here prints or publishes.
 */
package org.hitledger.count;
