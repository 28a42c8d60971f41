/**
 * What is made of the lines of a run, in a room each: counts, hits, rejects. Here is what they
 * share: the scan that all are made of, and the names of their columns. Nothing in these rooms
 * prints or publishes.
 */
package org.hitledger.product;
