package org.hitledger.oracle;

import java.util.function.UnaryOperator;

/** Good lines with a few faults. */
final class Mutations {
  /** What may make a parser take a quote for the end of a field. */
  static final String[] RAW_QUOTES = {
    "\" 200 5",
    "\" 200 5 ",
    "\" 200 -",
    "\" 200",
    "\" 200 5x",
    "\" 200 5 \"-\" \"x\"",
    "\" \"",
    "\"",
    "\"\"",
    "\\\"",
    "\" 200 5 \"",
    "\"\t200\r5",
    "\" 2 0 0",
    "] \"",
    "\"\u000b1\f-",
    "\" 200 5\"",
    "\" 200 5 \"\" \"\""
  };

  private final Draws draws;

  Mutations(Draws draws) {
    this.draws = draws;
  }

  String mutated(String line) {
    String mutated = line;
    for (int left = 1 + draws.below(3); left > 0; left--) {
      mutated = mutation().apply(mutated);
    }
    return mutated;
  }

  private UnaryOperator<String> mutation() {
    return switch (draws.below(9)) {
      case 0 -> line -> replaced(line, 1, "");
      case 1 -> line -> replaced(line, 1 + draws.below(12), "");
      case 2 -> line -> replaced(line, 1, String.valueOf(draws.structural()));
      case 3 -> line -> replaced(line, 1, String.valueOf((char) draws.below(256)));
      case 4 -> line -> inserted(line, String.valueOf(draws.structural()));
      case 5 -> line -> inserted(line, draws.oneOf(RAW_QUOTES));
      case 6 -> line -> inserted(line, pieceOf(line));
      case 7 -> this::withFieldsSwapped;
      default -> line -> line.substring(0, draws.below(line.length() + 1));
    };
  }

  private String withFieldsSwapped(String line) {
    String[] fields = line.split(" ", -1);
    int one = draws.below(fields.length);
    int other = draws.below(fields.length);
    String kept = fields[one];
    fields[one] = fields[other];
    fields[other] = kept;
    return String.join(" ", fields);
  }

  private String pieceOf(String line) {
    int start = draws.below(line.length() + 1);
    return line.substring(start, Math.min(line.length(), start + draws.below(30)));
  }

  String inserted(String line, String piece) {
    return replaced(line, 0, piece);
  }

  private String replaced(String line, int length, String piece) {
    int start = draws.below(line.length() + 1);
    int end = Math.min(line.length(), start + length);
    return line.substring(0, start) + piece + line.substring(end);
  }
}
