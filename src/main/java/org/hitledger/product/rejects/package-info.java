/** The table of rejected lines, with their numbers. */
package org.hitledger.product.rejects;
