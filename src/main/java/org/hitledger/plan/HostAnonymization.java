package org.hitledger.plan;

import java.util.Locale;

/** How hosts are anonymised. */
public enum HostAnonymization {
  /** The network of an address in its place. */
  TRUNCATE,
  /** A keyed hash in its place. */
  HASH;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
