package org.hitledger.app;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hitledger.balance.MaxRejected;
import org.hitledger.compression.OnDamage;
import org.hitledger.source.OnSameContent;

/**
 * What a run over logs is to do, whatever its product. Nothing that it names has been looked at.
 *
 * @param command its name, for messages and {@code run.json}
 * @param inputs files, folders and globs; one at least
 * @param rules a file of rules; nothing for the default ones
 * @param section the section that counts; nothing for that of the rules
 * @param onDamage what to do about a damaged file
 * @param onSameContent what to do about inputs with equal content
 * @param maxLineBytes how long a line may be, without its end
 * @param maxRejected how many lines may be rejected; nothing for all
 * @param output where the product is published; nothing for not at all
 * @param rejects where rejected lines are published; nothing for not at all
 * @param overwrite whether older results may be replaced
 * @param options all options as they were given, by name, for {@code run.json}
 */
public record LogPlan(
    String command,
    List<String> inputs,
    Optional<String> rules,
    Optional<String> section,
    OnDamage onDamage,
    OnSameContent onSameContent,
    int maxLineBytes,
    Optional<MaxRejected> maxRejected,
    Optional<String> output,
    Optional<String> rejects,
    boolean overwrite,
    Map<String, String> options) {
  /** Takes copies. */
  public LogPlan {
    inputs = List.copyOf(inputs);
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }
}
