package org.hitledger.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of a command line, as a POSIX shell cuts and quotes them (<a
 * href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02">2.2
 * Quoting</a>). Nothing else of a shell is known: patterns are the commands' own business.
 */
final class Words {
  private final String line;
  private final List<String> words = new ArrayList<>();
  private Optional<StringBuilder> word = Optional.empty();
  private boolean isOpen;
  private int at;

  private Words(String line) {
    this.line = line;
    while (at < line.length()) {
      step();
    }
    endWord();
  }

  /** All words; nothing if a quote is not closed, or nothing follows a last backslash. */
  static Optional<List<String>> of(String line) {
    var words = new Words(line);
    return words.isOpen ? Optional.empty() : Optional.of(List.copyOf(words.words));
  }

  private void step() {
    char c = line.charAt(at);
    if (Character.isWhitespace(c)) {
      endWord();
      at++;
    } else if (c == '\'' || c == '"') {
      quoted(c);
    } else if (c == '\\') {
      escaped();
    } else {
      add(c);
    }
  }

  private void endWord() {
    word.map(StringBuilder::toString).ifPresent(words::add);
    word = Optional.empty();
  }

  private StringBuilder word() {
    if (word.isEmpty()) {
      word = Optional.of(new StringBuilder());
    }
    return word.get();
  }

  private void add(char c) {
    word().append(c);
    at++;
  }

  private void escaped() {
    at++;
    isOpen = at == line.length();
    if (!isOpen) {
      add(line.charAt(at));
    }
  }

  private void quoted(char quote) {
    word();
    at++;
    while (at < line.length() && line.charAt(at) != quote) {
      if (quote == '"' && isEscapeInQuotes()) {
        at++;
      }
      add(line.charAt(at));
    }
    isOpen |= at == line.length();
    at++;
  }

  /** Between double quotes a backslash is one only before what would mean something there. */
  private boolean isEscapeInQuotes() {
    return line.charAt(at) == '\\'
        && at + 1 < line.length()
        && "\"\\$`".indexOf(line.charAt(at + 1)) >= 0;
  }
}
