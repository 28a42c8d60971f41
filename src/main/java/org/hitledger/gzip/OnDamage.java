package org.hitledger.gzip;

/** What to do about a damaged gzip file. */
public enum OnDamage {
  /** End the run. */
  FAIL,
  /** Count the lines before the damage. */
  SALVAGE
}
