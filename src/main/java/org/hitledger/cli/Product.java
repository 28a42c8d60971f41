package org.hitledger.cli;

import java.util.Map;
import java.util.Optional;
import org.hitledger.period.Timeline;
import org.hitledger.rules.AccessLimits;

/** What a command makes of logs, beside the balance, the rejects and the manifest of each run. */
interface Product {

  /** The command's name. */
  String command();

  /** Where it is published, if it is. */
  Optional<String> output();

  /** The options that only this command has, as they were given, by name. */
  Map<String, String> options();

  /** What is counted of the accesses that the rules let pass. */
  AccessLimits limits();

  /** The periods that hits are counted in. */
  Timeline timeline();

  /** Writes the tables into an existing folder. */
  void write(Reckoning reckoning, String folder);

  /**
   * Makes sure that readers will find what was counted.
   *
   * @throws IllegalStateException if they would not
   */
  void requireWritten(Reckoning reckoning, String folder);

  /** Prints what the command prints. */
  void show(Reckoning reckoning, Console console);
}
