/**
 * The table of hits: every accepted line as one typed row, as Spark writes and reads it. What a
 * line says is found by {@link org.hitledger.access}, what it counts as by {@link
 * org.hitledger.rules}.
 */
package org.hitledger.product.hits;
