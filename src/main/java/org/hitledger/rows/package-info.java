/**
 * Rows of plain values, which is all that those who print know of those who count. No engine, no
 * files, no layout.
 */
package org.hitledger.rows;
