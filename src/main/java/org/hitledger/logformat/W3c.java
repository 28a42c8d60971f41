package org.hitledger.logformat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hitledger.access.ParsedLine;
import org.hitledger.access.Unparsed;
import org.hitledger.pattern.Fields;
import org.hitledger.pattern.Mismatch;
import org.hitledger.pattern.WordSplit;

/**
 * W3C's Extended Log File Format: the last {@code #Fields:} line before a line names its fields.
 *
 * @param name of the format
 * @param isOurs which fields files of the format have
 * @param zone of their times
 */
record W3c(String name, Predicate<List<String>> isOurs, ZoneId zone) implements LogFormat {
  private static final String FIELDS = "#Fields:";

  /** Any fields, UTC unless said otherwise, as IIS logs. */
  static LogFormat any(String name, ZoneId zone) {
    return new W3c(name, names -> true, zone);
  }

  /** Those of CloudFront. */
  static LogFormat cloudFront(String name, ZoneId zone) {
    return new W3c(name, W3cFields::areOfCloudFront, zone);
  }

  @Override
  public LineReader reader() {
    return new Reader();
  }

  @Override
  public boolean hasHeaders() {
    return true;
  }

  /** What the last fields line says. */
  private record Named(WordSplit split, Layout layout) {}

  private final class Reader implements LineReader {
    private Optional<Named> named = Optional.empty();
    private String missing = "a line that begins with #Fields: before it";

    @Override
    public ParsedLine read(byte[] line) {
      if (line[0] == '#') {
        readHeader(new String(line, UTF_8).strip());
        return Unparsed.HEADER;
      }
      if (named.isEmpty()) {
        return Unparsed.NO_MATCH;
      }
      Optional<Fields> fields = named.get().split().scan(line);
      return fields.isEmpty()
          ? Unparsed.NO_MATCH
          : TextLayout.access(fields.get(), named.get().layout());
    }

    private void readHeader(String header) {
      if (header.startsWith(FIELDS)) {
        List<String> names = Arrays.asList(header.substring(FIELDS.length()).strip().split("\\s+"));
        named = named(names, W3cFields.directives(names));
      }
    }

    private Optional<Named> named(List<String> names, List<Directive> directives) {
      Optional<Missing> lack = Layout.missing(directives);
      boolean isRight = isOurs.test(names) && lack.isEmpty();
      missing =
          "other fields than %s: %s"
              .formatted(names, lack.map(Missing::what).orElse("they are of another format"));
      return isRight
          ? Optional.of(new Named(new WordSplit(names.size()), Layout.of(directives, zone)))
          : Optional.empty();
    }

    @Override
    public Optional<Mismatch> mismatch(byte[] line) {
      return named.isPresent()
          ? named.get().split().mismatch(line)
          : Optional.of(new Mismatch(1, missing));
    }
  }
}
