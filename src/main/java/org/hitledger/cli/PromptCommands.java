package org.hitledger.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.hitledger.app.RunEnvironment;
import org.hitledger.app.StandardStreams;
import org.hitledger.shell.Commands;
import org.hitledger.shell.Shell;
import org.jline.reader.Completer;
import picocli.CommandLine;
import picocli.shell.jline3.PicocliJLineCompleter;

/** The commands of the command line at a prompt: all but the prompt itself. */
final class PromptCommands implements Commands {
  private final RunEnvironment environment;
  private final PrintStream out;
  private final CommandLines commandLines;
  private final CommandFailures failures;

  private PromptCommands(Shell.Surroundings surroundings, PrintStream err) {
    environment = surroundings.environment();
    out = surroundings.out();
    failures =
        new CommandFailures(environment.streams(), surroundings.run(), environment.cluster());
    commandLines = new CommandLines(out, err, environment.streams(), failures);
  }

  static PromptCommands in(Shell.Surroundings surroundings, PrintStream err) {
    return new PromptCommands(surroundings, err);
  }

  @Override
  public Set<String> names() {
    return commandLine().getSubcommands().keySet();
  }

  @Override
  public void run(List<String> words) {
    commandLines.execute(commandLine(), words.toArray(String[]::new));
  }

  @Override
  public void attempt(Runnable work) {
    StandardStreams streams = environment.begin().streams();
    try {
      work.run();
    } catch (RuntimeException e) {
      failures.onFailure(e);
    } finally {
      streams.endProgress();
      out.flush();
    }
  }

  @Override
  public Completer options() {
    return new PicocliJLineCompleter(commandLine().getCommandSpec());
  }

  /** A new one for each line: options keep what was given. */
  private CommandLine commandLine() {
    return commandLines.with(environment::begin);
  }
}
