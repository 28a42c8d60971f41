package org.hitledger.identity;

/** Looks once more into a text whose file is known by name. */
@FunctionalInterface
public interface DigestAt {

  /**
   * The digest of a text's first bytes.
   *
   * @param file its path with scheme
   * @param bytes how many, not more than it has
   * @return their SHA-256, behind the key, in hexadecimal digits
   */
  String of(String file, long bytes);
}
