package org.hitledger.cli;

import java.util.Optional;
import java.util.Set;
import org.hitledger.plan.HostAnonymization;
import org.hitledger.plan.PrivacyPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is not written as it was logged. */
@Command
final class PrivacyOptions {
  @Option(
      names = "--anonymize-hosts",
      paramLabel = "truncate|hash",
      description =
          "Write the network of an address (IPv4 /24, IPv6 /48) in its place, or a keyed hash.")
  Optional<HostAnonymization> anonymizeHosts;

  @Option(
      names = "--hash-key-file",
      paramLabel = "FILE",
      description =
          "The secret for hashes, 32 bytes or more, so that they are the same in all runs with it"
              + " (default: a random key for this run, kept nowhere).")
  Optional<String> hashKeyFile;

  @Option(names = "--drop-query", description = "Leave out the queries of targets and referers.")
  boolean dropQuery;

  @Option(
      names = "--keep-extra",
      paramLabel = "KEY,...",
      split = ",",
      description =
          "Extra fields to keep although a privacy option is given; without it none is, since they may"
              + " hold cookies, credentials and addresses.")
  Set<String> keepExtra = Set.of();

  PrivacyPlan plan() {
    return new PrivacyPlan(anonymizeHosts, hashKeyFile, dropQuery, keepExtra);
  }
}
