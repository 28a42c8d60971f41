package org.hitledger.logformat;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hitledger.access.ParsedLine;
import org.hitledger.access.Unparsed;
import org.hitledger.pattern.LinePattern;
import org.hitledger.pattern.Mismatch;

/**
 * A format whose lines are text with fields at their places.
 *
 * @param name of the format
 * @param layouts the ways in which its lines may look; the first that fits counts
 */
record TextFormat(String name, List<TextLayout> layouts) implements LogFormat, LineReader {

  TextFormat {
    layouts = List.copyOf(layouts);
  }

  @Override
  public LineReader reader() {
    return this;
  }

  /**
   * Servers write a backslash before a quote that is in a field. A line that looks in no way like
   * that is read once more with the backslash as any other byte, for servers that escape nothing.
   */
  @Override
  public ParsedLine read(byte[] line) {
    ParsedLine read = read(line, true);
    return read == Unparsed.NO_MATCH && LinePattern.mayEscape(line) ? read(line, false) : read;
  }

  private ParsedLine read(byte[] line, boolean escapes) {
    ParsedLine read = Unparsed.NO_MATCH;
    for (int i = 0; i < layouts.size() && read == Unparsed.NO_MATCH; i++) {
      read = layouts.get(i).read(line, escapes);
    }
    return read;
  }

  @Override
  public Optional<Mismatch> mismatch(byte[] line) {
    List<Optional<Mismatch>> all =
        layouts.stream().map(layout -> layout.pattern().mismatch(line)).toList();
    return all.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : all.stream().map(Optional::get).max(Comparator.comparingInt(Mismatch::column));
  }
}
