package org.hitledger.report;

import java.util.Locale;
import java.util.Set;
import ua_parser.Parser;

/**
 * Tells browsers, systems and devices by user agents, with the patterns of uap-core. They are of
 * limited number, so that what names itself at random does not make a row each.
 */
final class Programs {
  private static final String OTHER = "Other";
  private static final Set<String> PHONES = Set.of("iOS", "Android", "Windows Phone", "KaiOS");
  private static final int MOST_CHARACTERS = 1_000;

  /** Its patterns take a while to be read, and it keeps nothing of what it parses. */
  private static final Parser PARSER = new Parser();

  Program of(String userAgent) {
    String start = userAgent.substring(0, Math.min(userAgent.length(), MOST_CHARACTERS));
    String system = known(PARSER.parseOS(start).family);
    return new Program(known(PARSER.parseUserAgent(start).family), system, device(start, system));
  }

  private static String known(String family) {
    return family.equals(OTHER) ? "" : family;
  }

  /** By the words that browsers themselves are asked to use for it. */
  private static String device(String userAgent, String system) {
    String agent = userAgent.toLowerCase(Locale.ROOT);
    if (agent.contains("smart-tv") || agent.contains("smarttv") || agent.contains("appletv")) {
      return "TV";
    }
    boolean isMobile = agent.contains("mobi");
    if (agent.contains("ipad")
        || agent.contains("tablet")
        || (system.equals("Android") && !isMobile)) {
      return "Tablet";
    }
    if (isMobile || PHONES.contains(system)) {
      return "Phone";
    }
    return system.isEmpty() ? "" : "Desktop";
  }
}
