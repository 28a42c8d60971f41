package org.hitledger.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jline.builtins.Completers;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes commands, their options and files, and the names that a query can use. */
final class EntryCompleter implements Completer {
  /** Those that most queries have, as people write them. */
  private static final List<String> SQL =
      List.of(
          "SELECT",
          "WITH",
          "FROM",
          "WHERE",
          "GROUP",
          "ORDER",
          "BY",
          "HAVING",
          "LIMIT",
          "JOIN",
          "ON",
          "AND",
          "OR",
          "NOT",
          "AS",
          "DESC",
          "DISTINCT",
          "LIKE",
          "RLIKE",
          "BETWEEN",
          "CASE",
          "WHEN",
          "THEN",
          "ELSE",
          "END",
          "count",
          "sum",
          "avg",
          "min",
          "max",
          "count_if");

  private final Commands commands;
  private final Supplier<Set<String>> names;
  private final Completer files = new Completers.FileNameCompleter();

  /** The names are those of tables and columns, asked for when they are needed. */
  EntryCompleter(Commands commands, Supplier<Set<String>> names) {
    this.commands = commands;
    this.names = names;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String first = EntryReader.firstWord(line.line());
    boolean isFirst = line.wordIndex() == 0;
    if (!isFirst && commands.names().contains(first)) {
      completeCommand(reader, line, candidates);
    } else if (!isFirst && first.equals("\\c")) {
      files.complete(reader, line, candidates);
    } else {
      if (isFirst) {
        add(candidates, commands.names());
        add(candidates, Questions.ALL);
        add(candidates, List.of("SELECT", "WITH"));
      } else {
        add(candidates, SQL);
        add(candidates, names.get());
      }
    }
  }

  private void completeCommand(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    var ofOptions = new ArrayList<Candidate>();
    commands.options().complete(reader, line, ofOptions);
    candidates.addAll(ofOptions);
    boolean isOfFiles = !line.word().startsWith("-");
    if (isOfFiles) {
      files.complete(reader, line, candidates);
    }
  }

  private static void add(List<Candidate> candidates, Collection<String> texts) {
    texts.stream().map(Candidate::new).forEach(candidates::add);
  }
}
