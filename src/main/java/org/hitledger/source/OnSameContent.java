package org.hitledger.source;

import java.util.Locale;

/** What to do about inputs with equal content. */
public enum OnSameContent {
  /** Count them all. */
  COUNT,
  /** Read the first alone, by the order of paths. */
  SKIP,
  /** End the run. */
  FAIL;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
