package org.hitledger.gzip;

/**
 * A remark, and on which file.
 *
 * @param file its path with scheme
 * @param remark what was found there
 */
public record FileRemark(String file, Remark remark) {}
