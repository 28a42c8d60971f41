package org.hitledger.report;

/** Who asked. */
public enum Who {
  /** All who are no {@link #CRAWLERS}. */
  PEOPLE,
  /** Programs by themselves, as their user agents say. */
  CRAWLERS;

  private final byte[] name = {(byte) ordinal()};

  byte[] asName() {
    return name;
  }
}
