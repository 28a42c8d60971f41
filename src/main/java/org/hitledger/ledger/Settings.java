package org.hitledger.ledger;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hitledger.fault.UsageFault;

/**
 * What holds for all of a ledger, fixed by its first update: the rules, the log format, privacy and
 * limits.
 *
 * @param values by the names of options, or of entries of the rules
 */
public record Settings(Map<String, String> values) {

  /** Takes a copy. */
  public Settings {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Refuses an update whose rows would not fit to those that are there.
   *
   * @param asked what the update was asked to do
   * @param ledger the ledger's path, for the message
   * @throws UsageFault if something differs
   */
  public void requireSame(Settings asked, String ledger) {
    List<String> different =
        Stream.concat(values.keySet().stream(), asked.values.keySet().stream())
            .distinct()
            .filter(name -> !Objects.equals(values.get(name), asked.values.get(name)))
            .map(
                name ->
                    "%s is %s there and %s here".formatted(name, shown(name), asked.shown(name)))
            .toList();
    if (!different.isEmpty()) {
      throw new UsageFault(
          "%s was begun with other settings: %s; update it with these, or make it anew with --rebuild"
              .formatted(ledger, different.stream().collect(Collectors.joining("; "))));
    }
  }

  private String shown(String name) {
    String value = values.getOrDefault(name, "not given");
    return value.isEmpty() ? "empty" : value;
  }
}
