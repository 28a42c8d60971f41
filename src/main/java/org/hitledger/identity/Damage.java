package org.hitledger.identity;

/**
 * Where a packed file is damaged, so that what follows there is not entered.
 *
 * @param file its path with scheme
 * @param offset where in the packed file the damage was noticed, in bytes
 * @param finding what is wrong there
 */
public record Damage(String file, long offset, String finding) {}
