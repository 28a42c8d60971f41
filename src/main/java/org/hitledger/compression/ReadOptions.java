package org.hitledger.compression;

import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/**
 * How packed files are read: what the job tells the codec, on whatever machine that runs.
 *
 * @param onDamage what to do about damage
 * @param maxLineBytes how long a line may be, without its end
 * @param marker of defects in the lines
 */
public record ReadOptions(OnDamage onDamage, int maxLineBytes, DefectMarker marker) {
  // Lower case, as Spark makes all options of a reader.
  private static final String ON_DAMAGE = "hitledger.on-damage";
  private static final String MAX_LINE_BYTES = "hitledger.max-line-bytes";
  private static final String MARKER = "hitledger.marker";

  /**
   * The settings that make Hadoop read packed files through our codecs, in this way.
   *
   * @return values by name
   */
  public Map<String, String> options() {
    return Map.of(
        // Listed codecs win over the discovered ones for the same suffix.
        "io.compression.codecs",
        LogCodec.NAMES,
        ON_DAMAGE,
        onDamage.name().toLowerCase(Locale.ROOT),
        MAX_LINE_BYTES,
        Integer.toString(maxLineBytes),
        MARKER,
        marker.secret());
  }

  static ReadOptions from(Configuration conf) {
    return new ReadOptions(
        OnDamage.valueOf(conf.get(ON_DAMAGE).toUpperCase(Locale.ROOT)),
        conf.getInt(MAX_LINE_BYTES, 0),
        new DefectMarker(conf.get(MARKER)));
  }
}
