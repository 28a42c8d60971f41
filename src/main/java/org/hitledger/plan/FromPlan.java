package org.hitledger.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run over hits of earlier runs is to do. Nothing that it names has been looked at.
 *
 * @param command its name, for messages and {@code run.json}
 * @param folders of the hits; one at least
 * @param rules what decides which accesses count
 * @param output where the product is published; nothing for not at all
 * @param overwrite whether older results may be replaced
 * @param options all options as they were given, by name, for {@code run.json}
 */
public record FromPlan(
    String command,
    List<String> folders,
    RulesOfRun rules,
    Optional<String> output,
    boolean overwrite,
    Map<String, String> options) {

  /** Takes copies. */
  public FromPlan {
    folders = List.copyOf(folders);
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }
}
