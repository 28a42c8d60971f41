package org.hitledger.identity;

/**
 * A file in which a log was seen.
 *
 * @param name its path with scheme
 * @param stamp what it was from outside
 * @param bytes how much of the log it had, of what was entered
 * @param rest bytes behind these that are not entered: a last line without its end
 */
public record SeenFile(String name, Stamp stamp, long bytes, long rest) {}
