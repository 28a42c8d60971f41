/**
 * Hits that earlier runs have published, counted anew by the rules of this run. How a line is
 * classified is known to {@link org.hitledger.rules} alone: here, rows become accesses again.
 */
package org.hitledger.product.stored;
