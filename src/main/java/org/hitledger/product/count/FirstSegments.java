package org.hitledger.product.count;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Optional;
import org.hitledger.access.UrlParts;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.bytes.EscapedUtf8;
import org.hitledger.product.Columns;
import org.hitledger.rules.AcceptedLine;
import org.hitledger.rules.Outcome;

/**
 * Where the accesses go that are outside of the section: for a run that counted nothing, since it
 * looked for another one. This reads all lines once more.
 */
public final class FirstSegments {
  private static final String SEGMENT = "segment";

  private FirstSegments() {}

  /**
   * A part of the site.
   *
   * @param name the first segment of its paths, such as {@code docs}; without a letter for what is
   *     in no section, such as the front page
   * @param accesses as many as would count if it were the section, or all sections were
   */
  public record Segment(String name, long accesses) {}

  /**
   * Finds the parts of the site that were asked for most.
   *
   * @param lines with the rules by which none of them counts
   * @param most how many parts at the most
   * @return the parts, most accesses first, then by name
   */
  public static List<Segment> of(ClassedLines lines, int most) {
    lines.describeReading("looking for the sections");
    return lines
        .segmentsOutside()
        .select(col("value").cast("string").as(SEGMENT))
        .groupBy(SEGMENT)
        .count()
        .orderBy(Columns.COUNT.column().desc(), col(SEGMENT))
        .limit(most)
        .collectAsList()
        .stream()
        .map(row -> new Segment(row.getString(0), row.getLong(1)))
        .toList();
  }

  /**
   * The part of the site that an access goes to.
   *
   * @param line any access
   * @return its name in UTF-8; nothing if the access is in the section, or is none to a page
   */
  public static Optional<byte[]> nameOf(AcceptedLine line) {
    return Optional.of(line)
        .filter(FirstSegments::isOutside)
        .flatMap(accepted -> accepted.access().url())
        .map(url -> url.section().filter(first -> hasMore(first, url)))
        .map(section -> section.map(EscapedUtf8::escape).orElse(new byte[0]));
  }

  private static boolean isOutside(AcceptedLine line) {
    return line.outcome() == Outcome.OUTSIDE_SECTION || line.outcome() == Outcome.EMPTY_PATH;
  }

  /** Whether a segment follows: the name of a section alone is in none. */
  private static boolean hasMore(ByteSlice first, UrlParts url) {
    ByteSlice rest = url.path().startingAt(first.to());
    for (int i = rest.from(); i < rest.to(); i++) {
      if (rest.array()[i] != '/') {
        return true;
      }
    }
    return false;
  }
}
