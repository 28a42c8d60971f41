/**
 * A ledger that is kept: what is known of logs, the settings that hold for all of it, and the
 * segments that updates have added. Uses Hadoop's file systems, nothing of the engine; what tables
 * hold is not known here.
 */
package org.hitledger.ledger;
