/**
 * What adds up: lines by class, and what must be equal to them. Plain Java. Who counts them is
 * {@link org.hitledger.product}, who prints them {@link org.hitledger.render}.
 */
package org.hitledger.balance;
