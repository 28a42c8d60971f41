package org.hitledger.logformat;

import java.time.ZoneId;
import java.util.List;

/**
 * A format with an object of JSON a line.
 *
 * @param name of the format
 * @param keys what they tell, the time and the request among it: the name of each is a key, with
 *     dots on the way down
 * @param zone of times that say none
 */
record JsonFormat(String name, List<Directive> keys, ZoneId zone) implements LogFormat {

  /** Takes a copy. */
  JsonFormat {
    keys = List.copyOf(keys);
  }

  @Override
  public LineReader reader() {
    return new JsonReader(keys, zone);
  }

  @Override
  public boolean hasKeys() {
    return true;
  }
}
