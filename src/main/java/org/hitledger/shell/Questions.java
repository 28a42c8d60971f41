package org.hitledger.shell;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hitledger.app.QueryFormat;
import org.hitledger.app.RunEnvironment;
import org.hitledger.app.SqlRun;
import org.hitledger.app.TablesRun;
import org.hitledger.fault.UsageFault;

/** Answers what is asked about the tables of the folder that the shell is for, and queries. */
final class Questions {
  /** As they are typed. */
  static final List<String> ALL = List.of("\\d", "\\c", "\\?", "\\q");

  private static final String HELP =
      """
      SELECT ...;    a query over the tables of a folder of results, ended by a semicolon
      \\d             which tables there are, and what their rows are
      \\d TABLE       the columns of a table, and what they mean
      \\c DIR         take the tables of another folder of results, or of a ledger
      \\?             this text
      \\q             leave, as Ctrl-D, exit and quit do

      %s: commands, as on the command line; with --help each says what it takes.
      TAB completes, Ctrl-R searches what was typed, Ctrl-C ends what goes on.
      """;

  private final RunEnvironment environment;
  private final PrintStream out;
  private final Set<String> commands;
  private Optional<String> folder;

  Questions(
      RunEnvironment environment, PrintStream out, Set<String> commands, Optional<String> folder) {
    this.environment = environment;
    this.out = out;
    this.commands = commands;
    this.folder = folder;
  }

  /** Answers one. */
  void answer(Entry.Question question) {
    switch (question.letter()) {
      case "?" -> out.print(HELP.formatted(String.join(", ", commands)));
      case "d" ->
          question
              .argument()
              .ifPresentOrElse(
                  table -> TablesRun.describe(required(), table, environment),
                  () -> TablesRun.list(required(), environment));
      case "c" -> change(question.argument());
      default ->
          throw new UsageFault(
              "there is no \\%s; \\? shows what there is".formatted(question.letter()));
    }
  }

  private void change(Optional<String> to) {
    String next = to.orElseThrow(() -> new UsageFault("\\c needs a folder: \\c DIR"));
    TablesRun.list(next, environment);
    folder = Optional.of(next);
  }

  /** Runs a query. */
  void query(String sql) {
    SqlRun.execute(
        new SqlRun.Plan(sql, required(), Optional.empty(), Long.MAX_VALUE, QueryFormat.TABLE),
        environment);
  }

  /** What a query can name. */
  Set<String> names() {
    return folder.map(results -> TablesRun.names(results, environment)).orElse(Set.of());
  }

  private String required() {
    return folder.orElseThrow(
        () ->
            new UsageFault(
                "no folder of results is named, so that there are no tables; \\c DIR names one, \\? is help"));
  }
}
