package org.hitledger.product.hits;

import java.util.Map;
import java.util.function.Function;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.privacy.Privacy;
import org.hitledger.rules.AcceptedLine;

/** Makes some of the columns of hits, for one task. */
public final class HitValues {
  private final HitColumn[] columns;
  private final int[] places;
  private final Privacy privacy;
  private final Function<ByteSlice, byte[]> hosts;

  /**
   * A maker for one task.
   *
   * @param columns which, by their places in a row
   * @param privacy what is not shown as it was logged
   */
  public HitValues(Map<Integer, HitColumn> columns, Privacy privacy) {
    this.columns = columns.values().toArray(HitColumn[]::new);
    places = columns.keySet().stream().mapToInt(place -> place).toArray();
    this.privacy = privacy;
    hosts = privacy.hosts().begin();
  }

  /**
   * The values of a line.
   *
   * @param line an access
   * @param file as the balance names it, in UTF-8
   * @param to where the values go, as Spark has them inside of itself; null for nothing
   */
  public void write(AcceptedLine line, byte[] file, Object[] to) {
    var hit = new Hit(line, file, hosts, privacy);
    for (int i = 0; i < columns.length; i++) {
      to[places[i]] = columns[i].internal(hit);
    }
  }
}
