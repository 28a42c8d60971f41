package org.hitledger.plan;

import java.time.DateTimeException;
import java.time.ZoneId;

/** Time zones as users write them. */
public final class ZoneName {
  private ZoneName() {}

  /**
   * Reads a zone.
   *
   * @param name as {@link ZoneId#of} takes it
   * @return the zone
   * @throws IllegalArgumentException if there is none, with what is expected
   */
  public static ZoneId read(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      // The same answer for a name of no zone and for what is no name.
      throw new IllegalArgumentException(
          "expected a time zone such as UTC, Europe/Berlin or +05:30, but was '" + name + "'", e);
    }
  }
}
