/**
 * The panels of a report, out of rows with the columns of hits: brings the steps of {@code report}
 * to where the rows are.
 */
package org.hitledger.product.report;
