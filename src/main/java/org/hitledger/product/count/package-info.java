/**
 * Hits per path and the balance: the one aggregation of a run, its tables, writing them and reading
 * them back. What happens to one line is decided in {@link org.hitledger.rules}.
 */
package org.hitledger.product.count;
