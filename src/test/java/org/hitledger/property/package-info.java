/**
 * What holds for all lines, tried on lines made at random that shrink to the shortest that shows a
 * fault. A failure is reported with its seed and its shrunk sample, and tried first in the next
 * run.
 */
package org.hitledger.property;
