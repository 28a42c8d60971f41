/**
 * What a report counts of accesses: its panels, and what they add up. Knows neither where accesses
 * come from nor how a page shows them.
 */
package org.hitledger.report;
