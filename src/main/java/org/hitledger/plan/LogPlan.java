package org.hitledger.plan;

import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hitledger.balance.MaxRejected;
import org.hitledger.compression.OnDamage;
import org.hitledger.logformat.LogFormats;
import org.hitledger.source.OnSameContent;

/**
 * What a run over logs is to do, whatever its product. Nothing that it names has been looked at.
 *
 * @param command its name, for messages and {@code run.json}
 * @param inputs files, folders and globs; one at least
 * @param rules what decides which accesses count
 * @param formats which log formats the inputs have
 * @param onDamage what to do about a damaged file
 * @param maxLineBytes how long a line may be, without its end
 * @param maxRejected how many lines may be rejected; nothing for all
 * @param results what is published of all logs at once
 * @param options all options as they were given, by name, for {@code run.json}
 */
public record LogPlan(
    String command,
    List<String> inputs,
    RulesOfRun rules,
    Formats formats,
    OnDamage onDamage,
    int maxLineBytes,
    Optional<MaxRejected> maxRejected,
    Results results,
    Map<String, String> options) {
  /**
   * What is published of all logs at once.
   *
   * @param onSameContent what to do about inputs with equal content
   * @param output where the product is published; nothing for not at all
   * @param rejects where rejected lines are published; nothing for not at all
   * @param overwrite whether older results may be replaced
   */
  public record Results(
      OnSameContent onSameContent,
      Optional<String> output,
      Optional<String> rejects,
      boolean overwrite) {
    /** For runs that publish otherwise. */
    public static final Results NONE =
        new Results(OnSameContent.COUNT, Optional.empty(), Optional.empty(), false);
  }

  /**
   * Which log formats the inputs have.
   *
   * @param format {@link LogFormats#AUTO}, or one for all of them
   * @param zone of times that say none
   * @param skipsUnknown whether files of no known format are left out
   */
  public record Formats(String format, ZoneId zone, boolean skipsUnknown) {
    /**
     * Makes sure that a given format is one.
     *
     * @throws org.hitledger.fault.UsageFault if it is none
     */
    public Formats {
      if (!format.equals(LogFormats.AUTO)) {
        LogFormats.of(format, zone);
      }
    }

    /**
     * Whether one format is given for all files.
     *
     * @return false if that of each is found out
     */
    public boolean isGiven() {
      return !format.equals(LogFormats.AUTO);
    }
  }

  /** Takes copies. */
  public LogPlan {
    inputs = List.copyOf(inputs);
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }
}
