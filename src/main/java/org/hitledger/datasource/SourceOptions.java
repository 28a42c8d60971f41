package org.hitledger.datasource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.hitledger.compression.OnDamage;
import org.hitledger.fault.UsageFault;
import org.hitledger.logformat.LogFormats;
import org.hitledger.plan.HostAnonymization;
import org.hitledger.plan.LineBytes;
import org.hitledger.plan.LogPlan;
import org.hitledger.plan.PrivacyPlan;
import org.hitledger.plan.ZoneName;

/**
 * What a user of the source has asked for, as the options of the command say it.
 *
 * @param inputs files, folders and globs; one at least
 * @param rules {@code book}, {@code site}, or a file of rules
 * @param section the section that counts; nothing for that of the rules
 * @param formats which log formats the inputs have
 * @param onDamage what to do about a damaged file
 * @param maxLineBytes how long a line may be, without its end
 * @param privacy what is not shown as it was logged
 */
record SourceOptions(
    List<String> inputs,
    String rules,
    Optional<String> section,
    LogPlan.Formats formats,
    OnDamage onDamage,
    int maxLineBytes,
    PrivacyPlan privacy) {
  /** In the order of the docs; Spark itself gives the first two. */
  private static final List<String> NAMES =
      List.of(
          "path",
          "paths",
          "logFormat",
          "logZone",
          "skipUnknown",
          "rules",
          "section",
          "onDamage",
          "maxLineBytes",
          "anonymizeHosts",
          "hashKeyFile",
          "dropQuery",
          "keepExtra");

  /**
   * Reads options.
   *
   * @param given by name, in any case of letters
   * @throws UsageFault if one is not known, or has a value that it cannot have
   */
  static SourceOptions of(Map<String, String> given) {
    var options = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    options.putAll(given);
    requireKnown(options);
    return new SourceOptions(
        inputs(options),
        options.getOrDefault("rules", "book"),
        Optional.ofNullable(options.get("section")),
        new LogPlan.Formats(
            options.getOrDefault("logFormat", LogFormats.AUTO),
            value("logZone", "UTC", ZoneName::read, options),
            flag("skipUnknown", options)),
        oneOf("onDamage", OnDamage.values(), options).orElse(OnDamage.FAIL),
        value("maxLineBytes", LineBytes.USUAL, LineBytes::read, options),
        new PrivacyPlan(
            oneOf("anonymizeHosts", HostAnonymization.values(), options),
            Optional.ofNullable(options.get("hashKeyFile")),
            flag("dropQuery", options),
            Set.copyOf(listed(options.getOrDefault("keepExtra", "")))));
  }

  private static void requireKnown(Map<String, String> options) {
    for (String name : options.keySet()) {
      if (NAMES.stream().noneMatch(name::equalsIgnoreCase)) {
        throw new UsageFault(
            "accesslog has no option '%s'; it has %s"
                .formatted(name, String.join(", ", NAMES.subList(2, NAMES.size()))));
      }
    }
  }

  private static List<String> inputs(Map<String, String> options) {
    List<String> inputs = new ArrayList<>();
    Optional.ofNullable(options.get("paths")).map(SourceOptions::paths).ifPresent(inputs::addAll);
    Optional.ofNullable(options.get("path")).ifPresent(inputs::add);
    if (inputs.isEmpty()) {
      throw new UsageFault("accesslog needs a path: load(\"/var/log/nginx\")");
    }
    return inputs;
  }

  /** As Spark hands over several. */
  private static List<String> paths(String json) {
    try {
      return List.of(new ObjectMapper().readValue(json, String[].class));
    } catch (JsonProcessingException e) {
      throw new UsageFault("option paths: expected a list of texts in JSON, but was " + json, e);
    }
  }

  private static List<String> listed(String names) {
    return Arrays.stream(names.split(",")).map(String::strip).filter(n -> !n.isEmpty()).toList();
  }

  /** A value that the command reads in the same way. */
  private static <T> T value(
      String name, String usual, Function<String, T> reader, Map<String, String> options) {
    try {
      return reader.apply(options.getOrDefault(name, usual));
    } catch (IllegalArgumentException e) {
      throw new UsageFault("option %s: %s".formatted(name, e.getMessage()), e);
    }
  }

  private static boolean flag(String name, Map<String, String> options) {
    String value = options.getOrDefault(name, "false");
    if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
      throw new UsageFault(
          "option %s: expected true or false, but was '%s'".formatted(name, value));
    }
    return Boolean.parseBoolean(value);
  }

  private static <E extends Enum<E>> Optional<E> oneOf(
      String name, E[] values, Map<String, String> options) {
    return Optional.ofNullable(options.get(name))
        .map(
            given ->
                Arrays.stream(values)
                    .filter(value -> value.name().equalsIgnoreCase(given))
                    .findAny()
                    .orElseThrow(() -> none(name, values, given)));
  }

  private static <E extends Enum<E>> UsageFault none(String name, E[] values, String given) {
    List<String> names =
        Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
    return new UsageFault(
        "option %s: expected %s, but was '%s'".formatted(name, String.join(" or ", names), given));
  }
}
