package org.hitledger.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * A text of SQL, cut where statements end: at semicolons that stand in no literal, name or comment
 * as Spark's own lexer knows them (<a
 * href="https://spark.apache.org/docs/latest/sql-ref-literals.html">literals</a>, comments in
 * brackets, which nest).
 */
final class SqlText {
  private final String text;
  private final List<String> statements = new ArrayList<>();
  private int statementStart;
  private boolean isEmpty = true;
  private boolean isOpen;
  private int at;

  private SqlText(String text) {
    this.text = text;
    while (at < text.length()) {
      step();
    }
  }

  static SqlText of(String text) {
    return new SqlText(text);
  }

  /** The statements that have ended, each without its semicolon; none that is only comments. */
  List<String> statements() {
    return List.copyOf(statements);
  }

  /** Whether nothing but blanks and whole comments follows the last of them. */
  boolean isComplete() {
    return isEmpty && !isOpen;
  }

  private void step() {
    char c = text.charAt(at);
    if (c == ';') {
      endStatement();
    } else if (text.startsWith("--", at)) {
      skipTo("\n");
    } else if (text.startsWith("/*", at)) {
      skipComment();
    } else if (c == '\'' || c == '"') {
      skipLiteral(c, isRaw());
    } else if (c == '`') {
      skipLiteral(c, true);
    } else {
      isEmpty &= Character.isWhitespace(c);
      at++;
    }
  }

  private void endStatement() {
    if (!isEmpty) {
      statements.add(text.substring(statementStart, at).strip());
    }
    at++;
    statementStart = at;
    isEmpty = true;
  }

  private void skipTo(String end) {
    int found = text.indexOf(end, at);
    at = found < 0 ? text.length() : found + end.length();
  }

  private void skipComment() {
    int depth = 0;
    do {
      if (text.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (text.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else {
        at++;
      }
    } while (depth > 0 && at < text.length());
    isOpen = depth > 0;
  }

  /** An r before a literal means that its backslashes are text. */
  private boolean isRaw() {
    boolean isAfterR = at > 0 && (text.charAt(at - 1) == 'r' || text.charAt(at - 1) == 'R');
    return isAfterR && (at == 1 || !Character.isJavaIdentifierPart(text.charAt(at - 2)));
  }

  private void skipLiteral(char quote, boolean isRaw) {
    isEmpty = false;
    at++;
    while (at < text.length() && text.charAt(at) != quote) {
      at += text.charAt(at) == '\\' && !isRaw ? 2 : 1;
    }
    isOpen = at >= text.length();
    at++;
  }
}
