package org.hitledger.shell;

import java.util.List;
import java.util.Optional;

/** One thing that a person has typed. */
sealed interface Entry {
  /** A command line, in words. */
  record CommandLine(List<String> words) implements Entry {
    public CommandLine {
      words = List.copyOf(words);
    }
  }

  /** A statement without its semicolon. */
  record Statement(String sql) implements Entry {}

  /** A question to the shell itself: what follows the backslash, and its argument. */
  record Question(String letter, Optional<String> argument) implements Entry {}

  /** The shell is to end. */
  record Quit() implements Entry {}
}
