/**
 * What tasks find of the files that they read, beside the rows that they make of them: how many
 * lines are in each class, which was the first rejected one, where a file is damaged.
 */
package org.hitledger.product.findings;
