/** A site whose logs are written, rotated and packed at random, and what a ledger makes of it. */
package org.hitledger.simulation;
