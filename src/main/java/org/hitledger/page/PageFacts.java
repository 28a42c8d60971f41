package org.hitledger.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a page says of the run that has made it.
 *
 * @param subject what it is about: the logs or the folder, as they were named
 * @param made when, in words
 * @param version of this program
 * @param options as they were given, by name
 * @param rules what decides which accesses are pages, in words
 * @param compared the period that all is compared with
 * @param visitors what they are and how they were counted, in words
 */
public record PageFacts(
    List<String> subject,
    String made,
    String version,
    Map<String, String> options,
    String rules,
    Optional<ComparedPeriod> compared,
    String visitors) {

  /** Takes copies. */
  public PageFacts {
    subject = List.copyOf(subject);
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  boolean isCompared() {
    return compared.isPresent();
  }
}
