package org.hitledger.logformat;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which log format each file of a run has. It travels to the tasks as names; they make the formats
 * again.
 *
 * @param usual the name of the format that most files have
 * @param others the names of the others' formats, by the file as the balance names it
 * @param zone of times that say none, as {@link ZoneId#of} takes it
 */
public record FileFormats(String usual, Map<String, String> others, String zone)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** All files have the Common or the Combined format. */
  public static final FileFormats COMBINED =
      new FileFormats(Combined.COMBINED.name(), Map.of(), "UTC");

  /** Takes a copy. */
  public FileFormats {
    others = Map.copyOf(others);
  }

  /**
   * What the format of a file is called.
   *
   * @param file as the balance names it
   * @return the format's name
   */
  public String nameOf(String file) {
    return others.getOrDefault(file, usual);
  }

  /**
   * The formats that there are.
   *
   * @return by their names
   */
  public Map<String, LogFormat> distinct() {
    return Stream.concat(Stream.of(usual), others.values().stream())
        .distinct()
        .collect(Collectors.toMap(name -> name, this::named));
  }

  private LogFormat named(String format) {
    return LogFormats.of(format, ZoneId.of(zone));
  }
}
