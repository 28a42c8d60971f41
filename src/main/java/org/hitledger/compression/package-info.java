/**
 * How logs are compressed, and gzip as logs have it: members one after the other, cut off, damaged,
 * padded, or inflating to lines without end. What is found goes to the reader of lines as a {@link
 * org.hitledger.compression.FoundDefect}, with the offset in the file. Plain Java but for the
 * codec, through which Hadoop's line reader gets its bytes. Which files are read is not known here.
 */
package org.hitledger.compression;
