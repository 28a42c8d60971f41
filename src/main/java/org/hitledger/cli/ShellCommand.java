package org.hitledger.cli;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.hitledger.app.ExitCode;
import org.hitledger.app.RunEnvironment;
import org.hitledger.fault.UsageFault;
import org.hitledger.ledger.StoredResults;
import org.hitledger.shell.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The arguments of {@code shell}; {@link Shell} does what they ask for. */
@Command(
    name = "shell",
    description = {
      "A prompt in one session of Spark, for a person at a terminal: all other commands as they are,",
      "and queries in Spark SQL over the tables of DIR, each ended by a semicolon. \\? is help."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    footer = {
      "",
      "Exit codes:",
      "  0  left, whatever was done before",
      "  2  usage, or no terminal",
      "  3  the results are missing, not whole or unreadable"
    })
final class ShellCommand implements Callable<Integer> {
  private final Supplier<RunEnvironment> environment;
  private final PrintStream out;
  private final PrintStream err;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DIR",
      description = "A folder of results, or a ledger, for queries.")
  Optional<String> folder = Optional.empty();

  ShellCommand(Supplier<RunEnvironment> environment, PrintStream out, PrintStream err) {
    this.environment = environment;
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    RunEnvironment process = environment.get();
    if (process.settings().get("spark.submit.deployMode", "client").equals("cluster")) {
      throw new UsageFault(
          "the shell needs its terminal, and a driver on the cluster has none; leave --deploy-mode cluster out");
    }
    folder.ifPresent(results -> StoredResults.at(results, process.hadoop()));
    Shell.run(
        process,
        new Shell.CommandLine(out, err, surroundings -> PromptCommands.in(surroundings, err)),
        folder);
    return ExitCode.COMPLETE.code();
  }
}
