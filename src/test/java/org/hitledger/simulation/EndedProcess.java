package org.hitledger.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes what this process left in a ledger look as if it were of another one that has ended: a lock
 * says which process holds it, and hidden folders say which made them, and when that began.
 */
final class EndedProcess {
  private static final Pattern OWNED = Pattern.compile("(\\..*-\\d+-)(\\d+)(-[^-]+-\\d+)");
  private static final long AN_HOUR = TimeUnit.HOURS.toMillis(1);

  private EndedProcess() {}

  static void of(Path ledger) {
    try {
      Files.deleteIfExists(ledger.resolve(".lock"));
      for (Path left : left(ledger)) {
        age(left);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The deepest first, so that the others keep their paths. */
  private static List<Path> left(Path ledger) throws IOException {
    if (!Files.exists(ledger)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(ledger, 2)) {
      return all.sorted((a, b) -> b.getNameCount() - a.getNameCount()).toList();
    }
  }

  private static void age(Path left) throws IOException {
    Matcher owned = OWNED.matcher(left.getFileName().toString());
    if (owned.matches()) {
      long earlier = Long.parseLong(owned.group(2)) - AN_HOUR;
      Files.move(left, left.resolveSibling(owned.group(1) + earlier + owned.group(3)));
    }
  }
}
