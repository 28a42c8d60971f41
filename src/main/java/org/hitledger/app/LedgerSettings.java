package org.hitledger.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.fault.UsageFault;
import org.hitledger.identity.DigestKey;
import org.hitledger.ledger.Settings;
import org.hitledger.plan.HostAnonymization;
import org.hitledger.plan.LogPlan;
import org.hitledger.plan.PrivacyPlan;
import org.hitledger.privacy.Privacy;
import org.hitledger.rules.PathRules;

/** What of an update's plan has to be the same in all updates of a ledger. */
final class LedgerSettings {
  /** Hashed, it tells whether two keys are the same, and nothing of the key. */
  private static final byte[] KEY_CHECK = "hitledger".getBytes(US_ASCII);

  /** A hash of a host is shorter than a key should be. */
  private static final int KEY_PARTS = 4;

  private LedgerSettings() {}

  /** A random key would be another one each time. */
  static void requireKey(PrivacyPlan privacy) {
    if (privacy.hosts().equals(Optional.of(HostAnonymization.HASH))
        && privacy.hashKeyFile().isEmpty()) {
      throw new UsageFault(
          "--anonymize-hosts hash needs --hash-key-file here: without a key that is kept a host would have another hash in each segment; to make one: head -c 32 /dev/urandom > FILE");
    }
  }

  static Settings of(UpdatePlan plan, PathRules rules, Privacy privacy) {
    var values = new TreeMap<String, String>();
    addReading(plan.logs(), values);
    addRules(rules, values);
    addPrivacy(plan.privacy(), privacy, values);
    return new Settings(values);
  }

  private static void addReading(LogPlan logs, Map<String, String> values) {
    values.put("log-format", logs.formats().format());
    values.put("log-zone", logs.formats().zone().getId());
    values.put("max-line-bytes", Integer.toString(logs.maxLineBytes()));
  }

  private static void addRules(PathRules rules, Map<String, String> values) {
    values.put("section", rules.section());
    values.put("excluded_names", listed(rules.excludedNames()));
    values.put("excluded_extensions", listed(rules.excludedExtensions()));
    values.put("ignore_extension_case", Boolean.toString(rules.ignoresExtensionCase()));
    values.put("excluded_hosts", listed(rules.excludedHosts()));
    values.put("excluded_agents", listed(rules.excludedAgents()));
  }

  private static void addPrivacy(PrivacyPlan plan, Privacy privacy, Map<String, String> values) {
    plan.hosts().ifPresent(how -> values.put("anonymize-hosts", how.toString()));
    plan.hashKeyFile()
        .ifPresent(
            file -> {
              values.put("check of the hash key", hash(KEY_CHECK, privacy));
              values.put("digests", "behind the hash key");
            });
    values.put("drop-query", Boolean.toString(plan.dropsQueries()));
    values.put("keep-extra", listed(List.copyOf(plan.extraKept())));
  }

  /**
   * Digests of lines would give away the hosts that are hashed: they have a key made of that one.
   */
  static DigestKey digestKey(PrivacyPlan plan, Privacy privacy) {
    return plan.hashKeyFile().isEmpty()
        ? DigestKey.NONE
        : new DigestKey(
            IntStream.range(0, KEY_PARTS)
                .mapToObj(part -> hash(("digests " + part).getBytes(US_ASCII), privacy))
                .collect(Collectors.joining())
                .getBytes(US_ASCII));
  }

  private static String hash(byte[] text, Privacy privacy) {
    byte[] hash = privacy.hosts().begin().apply(new ByteSlice(text, 0, text.length));
    return new String(hash, UTF_8);
  }

  private static String listed(List<String> texts) {
    return String.join(", ", new TreeSet<>(texts));
  }
}
