package org.hitledger.logformat;

import java.util.List;
import org.hitledger.pattern.Shape;
import org.hitledger.timetext.ClockTime;
import org.hitledger.timetext.StrftimeTime;

/**
 * What the fields of W3C logs tell, by their names in {@code #Fields:}: W3C's Extended Log File
 * Format, IIS ("W3C Logging") and CloudFront ("Standard logging reference").
 */
final class W3cFields {
  /** Only CloudFront has fields that begin so. */
  private static final String EDGE = "x-edge-";

  private W3cFields() {}

  static boolean areOfCloudFront(List<String> names) {
    return names.stream().anyMatch(name -> name.startsWith(EDGE));
  }

  static List<Directive> directives(List<String> names) {
    DurationUnit unit =
        areOfCloudFront(names) ? DurationUnit.SECONDS : DurationUnit.SECONDS_WITH_POINT;
    return names.stream().map(name -> directive(name, unit)).toList();
  }

  private static Directive directive(String name, DurationUnit unit) {
    return switch (name) {
      case "date" -> Directive.time(name, StrftimeTime.of("%Y-%m-%d").orElseThrow(), 0);
      case "time" -> Directive.time(name, new ClockTime(), 0);
      case "c-ip" -> Directive.of(name, AccessField.HOST, Shape.WORD);
      case "cs-username" -> Directive.of(name, AccessField.USER, Shape.WORD);
      case "x-host-header" -> Directive.of(name, AccessField.VHOST, 0, Shape.WORD);
      case "cs-host" -> Directive.of(name, AccessField.VHOST, 1, Shape.WORD);
      case "cs(Host)" -> Directive.of(name, AccessField.VHOST, 2, Shape.WORD);
      case "cs-method" -> Directive.of(name, AccessField.METHOD, Shape.WORD);
      case "cs-uri-stem" -> Directive.of(name, AccessField.STEM, Shape.WORD);
      case "cs-uri-query" -> Directive.of(name, AccessField.QUERY, Shape.WORD);
      case "cs-version" -> Directive.of(name, AccessField.PROTOCOL, 0, Shape.WORD);
      case "cs-protocol-version" -> Directive.of(name, AccessField.PROTOCOL, 1, Shape.WORD);
      case "sc-status" -> Directive.of(name, AccessField.STATUS, Shape.WORD);
      case "sc-bytes" -> Directive.of(name, AccessField.SIZE, Shape.WORD);
      case "cs-bytes" -> Directive.of(name, AccessField.BYTES_RECEIVED, Shape.WORD);
      case "cs(Referer)" -> Directive.of(name, AccessField.REFERER, Shape.WORD);
      case "cs(User-Agent)" -> Directive.of(name, AccessField.USER_AGENT, Shape.WORD);
      case "time-taken" -> Directive.of(name, new Meaning.Took(unit, 0), Shape.WORD);
      case "X-Forwarded-For", "x-forwarded-for" ->
          Directive.of(name, AccessField.FORWARDED_FOR, Shape.WORD);
      default -> Directive.extra(name, Shape.WORD);
    };
  }
}
