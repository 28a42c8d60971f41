package org.hitledger.report;

import org.hitledger.bytes.ByteSlice;

/**
 * A row of a panel.
 *
 * @param key its panel and names
 * @param measures its numbers
 */
public record PanelRow(RowKey key, Measures measures) {

  /**
   * A text that names the row.
   *
   * @param place from 0 on
   * @return as stored; empty for none
   */
  public String name(int place) {
    return ByteSlice.of(key.names().get(place)).toString();
  }

  /**
   * The moment that names the row.
   *
   * @param place from 0 on
   * @return in seconds since 1970
   */
  public long moment(int place) {
    return RowKey.moment(key.names().get(place));
  }

  /**
   * The number that names the row.
   *
   * @param place from 0 on
   * @return from 0 to 127
   */
  public int number(int place) {
    return key.names().get(place)[0];
  }
}
