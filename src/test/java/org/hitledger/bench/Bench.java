package org.hitledger.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What the documented benchmark command starts. */
@Command(
    name = "bench",
    description = "Measures the job: against other programs, or its innermost part alone.",
    mixinStandardHelpOptions = true,
    subcommands = {RaceCommand.class, MicroCommand.class, FormatsCommand.class, StartCommand.class})
public final class Bench {
  private Bench() {}

  /**
   * Runs one benchmark and ends the process.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs one benchmark and returns the exit code. */
  static int run(String... args) {
    return new CommandLine(new Bench())
        .registerConverter(Corpus.class, Corpus::labelled)
        .execute(args);
  }
}
