package org.hitledger.logformat;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hitledger.access.ParsedLine;
import org.hitledger.access.Unparsed;
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

  @Override
  public ParsedLine read(byte[] line) {
    ParsedLine read = Unparsed.NO_MATCH;
    for (int i = 0; i < layouts.size() && read == Unparsed.NO_MATCH; i++) {
      read = layouts.get(i).read(line);
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
