/**
 * Gzip as logs have it: members one after the other, cut off, damaged, padded, or inflating to
 * lines without end. What is found goes to the reader as a {@link org.hitledger.gzip.Remark}, with
 * the offset in the file. Plain Java but for the codec, through which Hadoop's line reader gets its
 * bytes.
 */
package org.hitledger.gzip;
