package org.hitledger.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells what a typed text is: a line that begins with the name of a command is that command, one
 * that begins with a backslash a question, and everything else SQL until a semicolon.
 *
 * @param commands names of commands
 */
record EntryReader(Set<String> commands) {
  /** What ends other shells does so here. */
  private static final Set<String> QUITS = Set.of("exit", "quit", "\\q");

  private static final String HELP = "help";

  /** No line of a query is one of these. */
  private static final Set<String> OUT_OF_SQL = Set.of("\\q", "\\?");

  EntryReader {
    commands = Set.copyOf(commands);
  }

  /** Whether a text begins as a query does, as far as that can be told. */
  boolean isSql(String text) {
    String word = firstWord(text);
    return !word.startsWith("\\") && !commands.contains(word) && !isOwnWord(word);
  }

  private static boolean isOwnWord(String word) {
    return QUITS.contains(word) || word.equals(HELP);
  }

  /** What was typed, in order; nothing if it does not end here, but on a further line. */
  Optional<List<Entry>> read(String text) {
    if (text.isBlank()) {
      return Optional.of(List.of());
    }
    if (!isSql(text)) {
      return Words.of(text).map(words -> List.of(entry(text.strip(), words)));
    }
    Optional<List<Entry>> instead = questionInstead(text);
    if (instead.isPresent()) {
      return instead;
    }
    SqlText sql = SqlText.of(text);
    return sql.isComplete()
        ? Optional.of(sql.statements().stream().<Entry>map(Entry.Statement::new).toList())
        : Optional.empty();
  }

  /** Whoever has begun a query by mistake gets out of it as in other shells. */
  private Optional<List<Entry>> questionInstead(String text) {
    String last = text.substring(text.lastIndexOf('\n') + 1).strip();
    return OUT_OF_SQL.contains(last) ? read(last) : Optional.empty();
  }

  private static Entry entry(String text, List<String> words) {
    String first = firstWord(text).replaceFirst(";$", "");
    if (QUITS.contains(first)) {
      return new Entry.Quit();
    }
    if (first.equals(HELP)) {
      return new Entry.Question("?", Optional.empty());
    }
    if (first.startsWith("\\")) {
      Optional<String> argument = words.size() > 1 ? Optional.of(words.get(1)) : Optional.empty();
      return new Entry.Question(first.substring(1).toLowerCase(Locale.ROOT), argument);
    }
    return new Entry.CommandLine(words);
  }

  /** Up to a blank; a semicolon behind a word of our own is forgiven. */
  static String firstWord(String text) {
    String word = text.strip().split("\\s", 2)[0];
    String bare = word.replaceFirst(";$", "");
    return isOwnWord(bare) ? bare : word;
  }
}
