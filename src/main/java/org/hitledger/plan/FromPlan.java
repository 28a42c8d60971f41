package org.hitledger.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a run over hits of earlier runs is to do. Nothing that it names has been looked at.
 *
 * @param command its name, for messages and {@code run.json}
 * @param folder of the hits: a ledger, or results of one run
 * @param rules what decides which accesses count
 * @param output where the product is published; nothing for not at all
 * @param overwrite whether older results may be replaced
 * @param options all options as they were given, by name, for {@code run.json}
 */
public record FromPlan(
    String command,
    String folder,
    RulesOfRun rules,
    Optional<String> output,
    boolean overwrite,
    Map<String, String> options) {

  /** Takes a copy. */
  public FromPlan {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }
}
