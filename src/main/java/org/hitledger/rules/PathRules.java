package org.hitledger.rules;

import java.util.List;
import org.hitledger.crawler.Crawlers;
import org.hitledger.crawler.ListedCrawler;

/**
 * What decides which accesses count, as a user writes it down. All texts are compared byte by byte,
 * in UTF-8, with upper and lower case apart, unless it says otherwise for the extensions.
 *
 * @param section the first segment of the paths that count, such as {@code book}; or {@link
 *     #ALL_SECTIONS}
 * @param excludedNames segments that no counted path has anywhere
 * @param excludedExtensions ends that the last segment of no counted path has
 * @param ignoresExtensionCase whether these are the same in upper and lower case (of ASCII)
 * @param excludedHosts clients whose accesses do not count
 * @param excludedAgents what the user agent of no counted access contains
 * @param ownCrawlers crawlers that are looked for before those of the list that we ship
 */
public record PathRules(
    String section,
    List<String> excludedNames,
    List<String> excludedExtensions,
    boolean ignoresExtensionCase,
    List<String> excludedHosts,
    List<String> excludedAgents,
    List<ListedCrawler> ownCrawlers) {
  /** Instead of a section: the whole site counts. */
  public static final String ALL_SECTIONS = "all";

  /**
   * Rules for accesses of all hosts and user agents.
   *
   * @param section the first segment of the paths that count
   * @param excludedNames segments that no counted path has anywhere
   * @param excludedExtensions ends that the last segment of no counted path has
   */
  public PathRules(String section, List<String> excludedNames, List<String> excludedExtensions) {
    this(section, excludedNames, excludedExtensions, false, List.of(), List.of(), List.of());
  }

  /** Checks the rules and takes copies. */
  public PathRules {
    excludedNames = List.copyOf(excludedNames);
    excludedExtensions = List.copyOf(excludedExtensions);
    excludedHosts = List.copyOf(excludedHosts);
    excludedAgents = List.copyOf(excludedAgents);
    ownCrawlers = List.copyOf(ownCrawlers);
    requireSegment("a section", section);
    excludedNames.forEach(name -> requireSegment("an excluded name", name));
    excludedExtensions.forEach(extension -> requireSegment("an excluded extension", extension));
    excludedHosts.forEach(PathRules::requireHost);
    excludedAgents.forEach(PathRules::requireAgent);
  }

  /**
   * The same rules for another section.
   *
   * @param other the section's name
   * @return the new rules
   */
  public PathRules withSection(String other) {
    return new PathRules(
        other,
        excludedNames,
        excludedExtensions,
        ignoresExtensionCase,
        excludedHosts,
        excludedAgents,
        ownCrawlers);
  }

  /**
   * Tells crawlers by these rules. It takes as long as it takes to read the list that we ship.
   *
   * @return those of the rules, and behind them those that we ship
   */
  public Crawlers crawlers() {
    return Crawlers.withShipped(ownCrawlers);
  }

  /**
   * Whether the whole site counts.
   *
   * @return true if no section is outside
   */
  public boolean haveAllSections() {
    return section.equals(ALL_SECTIONS);
  }

  /** A path is split at its slashes, so that a text with one, or without a byte, never fits. */
  private static void requireSegment(String what, String text) {
    if (text.isEmpty() || text.contains("/")) {
      throw new IllegalArgumentException(
          what + " is one segment of a path, without a slash, but was '" + text + "'");
    }
  }

  /** A line is split at its white space, and its host is one, so that such a text never fits. */
  private static void requireHost(String text) {
    if (text.matches("[^/]+/\\d{1,3}")) {
      throw new IllegalArgumentException(
          "an excluded host is one address or name as a log has it, but '"
              + text
              + "' is a network; name each of its hosts that is to be left out");
    }
    if (!text.matches("\\S+")) {
      throw new IllegalArgumentException(
          "an excluded host is an address or a name, without white space, but was '" + text + "'");
    }
  }

  /** Every user agent contains the empty text. */
  private static void requireAgent(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException(
          "an excluded agent is a part of a user agent, but was empty");
    }
  }
}
