package org.hitledger.compression;

import java.util.Locale;

/** What to do about a damaged file. */
public enum OnDamage {
  /** End the run. */
  FAIL,
  /** Count the lines before the damage. */
  SALVAGE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
