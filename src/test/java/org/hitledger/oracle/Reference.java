package org.hitledger.oracle;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A target or a referer, split by one regular expression. A part without its delimiter is absent; a
 * delimiter with nothing behind it makes an empty part.
 */
record Reference(
    Optional<String> scheme,
    Optional<String> authority,
    String path,
    Optional<String> params,
    Optional<String> query,
    Optional<String> fragment) {

  private static final Pattern PARTS =
      Pattern.compile(
          "(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):)?"
              + "(?://(?<authority>[^/?#]*))?"
              + "(?<path>[^?#]*)"
              + "(?:\\?(?<query>[^#]*))?"
              + "(?:#(?<fragment>.*))?",
          Pattern.DOTALL);

  private static final Pattern PARAMETERS_OF_LAST_SEGMENT = Pattern.compile(";(?<text>[^/]*)\\z");

  private static final Set<String> SCHEMES_WITH_PARAMETERS = Set.of("", "http", "https");

  private static final Pattern USER_INFO = Pattern.compile("\\A.*@", Pattern.DOTALL);

  private static final Pattern PORT = Pattern.compile(":[0-9]*\\z");

  /** Splits a text, whatever it is. */
  static Reference of(String text) {
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      throw new AssertionError("every text is a reference, but not " + text);
    }
    String path = parts.group("path");
    Matcher params = PARAMETERS_OF_LAST_SEGMENT.matcher(path);
    String scheme = part(parts, "scheme").orElse("").toLowerCase(Locale.ROOT);
    boolean hasParams = SCHEMES_WITH_PARAMETERS.contains(scheme) && params.find();
    return new Reference(
        part(parts, "scheme"),
        part(parts, "authority"),
        hasParams ? path.substring(0, params.start()) : path,
        hasParams ? part(params, "text") : Optional.empty(),
        part(parts, "query"),
        part(parts, "fragment"));
  }

  private static Optional<String> part(Matcher parts, String group) {
    return Optional.ofNullable(parts.group(group));
  }

  /** Whether the authority has a bracket of one kind only. */
  boolean isBroken() {
    return authority.filter(Reference::isBroken).isPresent();
  }

  /** The same of an authority that stands alone. */
  static boolean isBroken(String authority) {
    return authority.contains("[") != authority.contains("]");
  }

  /** The authority without who and without a port; never empty. */
  Optional<String> host() {
    return authority
        .map(text -> USER_INFO.matcher(text).replaceFirst(""))
        .map(text -> PORT.matcher(text).replaceFirst(""))
        .filter(text -> !text.isEmpty());
  }
}
