/**
 * A fuzzer that watches which branches of the classifier a line takes, and goes on from the lines
 * that took new ones. It gets where neither chance nor a generator's author would.
 */
package org.hitledger.fuzz;
