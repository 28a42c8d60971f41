package org.hitledger.bench;

import picocli.CommandLine.Option;

/** Programs that take turns. */
final class Turns {

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often each runs; default: ${DEFAULT-VALUE}.")
  int rounds;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many each may use; default: one a processor.")
  int threads = Runtime.getRuntime().availableProcessors();
}
