package org.hitledger.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hitledger.app.RunEnvironment;
import org.hitledger.app.StandardStreams;
import org.hitledger.app.Versions;
import org.hitledger.spark.CurrentRun;
import org.hitledger.spark.LastingSpark;
import org.hitledger.spark.SizedSettings;
import org.hitledger.spark.SparkSettings;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/** A prompt in a terminal, until it is left. */
public final class Shell {
  private static final String PROMPT = "hitledger> ";
  private static final String GREETING = "hitledger %s; \\? is help, \\q leaves";
  private static final String CONTINUED = "        -> ";

  private final Terminal terminal;
  private final Pager pager;
  private final CurrentRun run;
  private final Commands commands;
  private final EntryReader entries;
  private final Questions questions;

  /**
   * What the command line has for a shell.
   *
   * @param out standard output
   * @param err standard error
   * @param commands makes the commands for what they have around them
   */
  public record CommandLine(
      OutputStream out, PrintStream err, Function<Surroundings, Commands> commands) {}

  /**
   * What commands of a shell have around them.
   *
   * @param environment Spark, file systems and streams
   * @param out where rows go
   * @param run the one that goes on
   */
  public record Surroundings(RunEnvironment environment, PrintStream out, CurrentRun run) {}

  private Shell(
      Terminal terminal,
      Pager pager,
      Surroundings surroundings,
      Commands commands,
      Optional<String> folder) {
    this.terminal = terminal;
    this.pager = pager;
    this.run = surroundings.run();
    this.commands = commands;
    entries = new EntryReader(commands.names());
    questions =
        new Questions(surroundings.environment(), surroundings.out(), commands.names(), folder);
  }

  /**
   * Reads and does what a person types, until that person leaves.
   *
   * @param environment of the process
   * @param commandLine what the command line has
   * @param folder of results whose tables queries name, if any
   * @throws org.hitledger.fault.UsageFault if this is no terminal
   */
  public static void run(
      RunEnvironment environment, CommandLine commandLine, Optional<String> folder) {
    environment.streams().endProgress();
    try (Terminal terminal = UserTerminal.open()) {
      var run = new CurrentRun();
      try (var spark =
          new LastingSpark(
              environment.sessions(),
              SparkSettings.watched(SizedSettings.forManyRuns(environment.settings())),
              run,
              folder.map(results -> Rehearsal.over(results, environment)).orElse(List.of()))) {
        var pager = new Pager(terminal, commandLine.out());
        var out = new PrintStream(pager, true, StandardCharsets.UTF_8);
        var streams = new StandardStreams(out, commandLine.err(), pager::isLeft);
        var surroundings = new Surroundings(environment.in(spark::open, streams), out, run);
        new Shell(terminal, pager, surroundings, commandLine.commands().apply(surroundings), folder)
            .loop();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void loop() {
    terminal.handle(Terminal.Signal.INT, signal -> run.stop());
    LineReader reader = reader();
    terminal.writer().println(GREETING.formatted(Versions.all().get("hitledger")));
    boolean goesOn = true;
    while (goesOn) {
      try {
        goesOn = doAll(entries.read(reader.readLine(PROMPT)).orElseThrow());
      } catch (UserInterruptException e) {
        // What was typed so far is dropped.
      } catch (EndOfFileException e) {
        goesOn = false;
      }
    }
  }

  private LineReader reader() {
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("hitledger")
            .parser(new EntryParser(entries))
            .completer(new EntryCompleter(commands, questions::names))
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, CONTINUED)
            // An exclamation mark is SQL.
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.CASE_INSENSITIVE, true);
    HistoryFile.of(System.getenv())
        .ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
    return builder.build();
  }

  /** Whether the shell goes on after that. */
  private boolean doAll(List<Entry> all) {
    for (Entry entry : all) {
      if (entry instanceof Entry.Quit) {
        return false;
      }
      pager.begin();
      run.begin();
      try {
        doOne(entry);
      } finally {
        run.end();
      }
      if (run.isStopped()) {
        // What was typed behind it is not wanted either.
        return true;
      }
    }
    return true;
  }

  private void doOne(Entry entry) {
    if (entry instanceof Entry.CommandLine line) {
      commands.run(line.words());
    } else if (entry instanceof Entry.Statement statement) {
      commands.attempt(() -> questions.query(statement.sql()));
    } else if (entry instanceof Entry.Question question) {
      commands.attempt(() -> questions.answer(question));
    }
  }
}
