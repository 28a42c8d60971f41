/**
 * Text as bytes: slices of a line, searches in them, and what keeps bytes that are not UTF-8. Plain
 * Java. What a line means is not known here.
 */
package org.hitledger.bytes;
