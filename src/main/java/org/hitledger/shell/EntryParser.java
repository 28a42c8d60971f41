package org.hitledger.shell;

import java.util.List;
import java.util.Optional;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.impl.DefaultParser;

/** Tells JLine where a text ends, and which word is to be completed. */
final class EntryParser implements Parser {
  private final EntryReader entries;
  private final DefaultParser words = new DefaultParser();

  EntryParser(EntryReader entries) {
    this.entries = entries;
    words.setEofOnEscapedNewLine(false);
    words.setEofOnUnclosedQuote(false);
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.ACCEPT_LINE) {
      if (entries.read(line).isEmpty()) {
        throw new EOFError(-1, -1, "the text goes on");
      }
      return name(line, cursor);
    }
    return isCommandLine(line, cursor) ? words.parse(line, cursor, context) : name(line, cursor);
  }

  /** A first word is not yet what it will be. */
  private boolean isCommandLine(String line, int cursor) {
    String before = line.substring(0, cursor).stripLeading();
    return before.chars().anyMatch(Character::isWhitespace)
        && entries.commands().contains(EntryReader.firstWord(before));
  }

  /** The name in SQL that the cursor stands in or behind. */
  private ParsedLine name(String line, int cursor) {
    int start = cursor;
    while (start > 0 && isOfName(line.charAt(start - 1))) {
      start--;
    }
    String name = line.substring(start, cursor);
    List<String> all =
        Optional.of(line.substring(0, start).strip())
            .filter(before -> !before.isEmpty())
            .map(before -> List.of(before, name))
            .orElse(List.of(name));
    return new Name(line, cursor, all, name);
  }

  /** What stands before it is one word, whatever it is. */
  private record Name(String line, int cursor, List<String> words, String word)
      implements CompletingParsedLine {
    @Override
    public int wordCursor() {
      return word.length();
    }

    @Override
    public int wordIndex() {
      return words.size() - 1;
    }

    /** A name is written as it is. */
    @Override
    public CharSequence escape(CharSequence candidate, boolean isComplete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return word.length();
    }

    @Override
    public int rawWordLength() {
      return word.length();
    }
  }

  private static boolean isOfName(char c) {
    return Character.isJavaIdentifierPart(c) || c == '\\' || c == '?';
  }

  /** A backslash begins a question, or is of a literal: JLine has nothing to do with it. */
  @Override
  public boolean isEscapeChar(char c) {
    return false;
  }
}
