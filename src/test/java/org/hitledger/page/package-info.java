/** The page of a report, looked at and used in a real browser. */
package org.hitledger.page;
