/**
 * How logs are packed, and what is read of it: members one after the other, cut off, damaged,
 * padded, or unpacking to lines without end. {@link org.hitledger.compression.Members} is the seam:
 * what holds for all packings is there and above it, and below it one unpacker for each, over
 * Java's zlib or a library that Spark brings. What is found goes to the reader of lines as a {@link
 * org.hitledger.compression.FoundDefect}, with the offset in the file. Plain Java but for these
 * libraries, and the codecs, through which Hadoop's line reader gets its bytes. Which files are
 * read is not known here.
 */
package org.hitledger.compression;
