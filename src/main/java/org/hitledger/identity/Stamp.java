package org.hitledger.identity;

/**
 * What a file is from outside, as stored: if all of it is as it was, so is the file.
 *
 * @param length bytes
 * @param modified milliseconds since 1970, as its file system tells
 * @param ends digest of the first and the last 4 KiB
 */
public record Stamp(long length, long modified, String ends) {}
