package org.hitledger.rules;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.hitledger.access.Access;
import org.hitledger.access.ParsedLine;
import org.hitledger.access.RequestLine;
import org.hitledger.access.Unparsed;
import org.hitledger.access.UrlParts;
import org.hitledger.bytes.Ascii;
import org.hitledger.logformat.LineReader;

/** Puts every line into its class. Immutable, so that all tasks of a process may share one. */
public final class LineClassifier implements Serializable {
  private static final long serialVersionUID = 1L;

  private final PathFilter paths;
  private final AccessFilter accesses;
  private final int maxLineBytes;

  /**
   * A classifier by some rules, for lines of any length.
   *
   * @param rules what is excluded, and the section
   */
  public LineClassifier(PathRules rules) {
    this(rules, AccessCriteria.NONE, Integer.MAX_VALUE);
  }

  /**
   * A classifier by some rules.
   *
   * @param rules what is excluded, and the section
   * @param limits what is excluded besides
   * @param maxLineBytes how long a line may be, without its LF or CR LF
   */
  public LineClassifier(PathRules rules, AccessCriteria limits, int maxLineBytes) {
    paths = new PathFilter(rules);
    accesses = new AccessFilter(rules, limits);
    this.maxLineBytes = maxLineBytes;
  }

  /**
   * The classes that its lines can be in, for who lists them.
   *
   * @return all but those of filters that are not in use, and of headers, which few formats have;
   *     in order
   */
  public Set<Outcome> classes() {
    Set<Outcome> classes = EnumSet.allOf(Outcome.class);
    classes.removeIf(Outcome::isOptional);
    classes.addAll(accesses.inUse());
    classes.remove(Outcome.HEADER);
    if (paths.hasAllSections()) {
      classes.remove(Outcome.OUTSIDE_SECTION);
    }
    return classes;
  }

  /**
   * Classifies one line.
   *
   * @param line its bytes without the LF, any bytes at all
   * @param reader of the file that it is the next line of
   * @return its class, and if it is counted the path it counts for
   */
  public Verdict classify(byte[] line, LineReader reader) {
    ClassedLine classed = read(line, reader);
    return classed instanceof AcceptedLine accepted ? accepted.verdict() : (Uncounted) classed;
  }

  /**
   * Classifies one line and keeps what it says, if it is an access.
   *
   * @param line its bytes without the LF, any bytes at all
   * @param reader of the file that it is the next line of
   * @return the access with its class, which is counted or filtered; the class alone of any other
   *     line
   */
  public ClassedLine read(byte[] line, LineReader reader) {
    if (lengthWithoutCr(line) > maxLineBytes) {
      return Uncounted.because(Outcome.TOO_LONG);
    }
    if (Ascii.isBlank(line)) {
      return Uncounted.because(Outcome.BLANK);
    }
    ParsedLine parsed = reader.read(line);
    return parsed instanceof Access access
        ? accept(access)
        : Uncounted.because(outcomeOf((Unparsed) parsed));
  }

  /**
   * Classifies an access whose line was read before.
   *
   * @param access with what these rules look at
   * @return the access with its class
   */
  public AcceptedLine accept(Access access) {
    return accept(access, outcomeByRules(access));
  }

  /**
   * Classifies an access of which the rules have been asked before.
   *
   * @param access with what the criteria look at
   * @param byRules its class by the same rules without any criteria
   * @return the access with its class
   */
  public AcceptedLine accept(Access access, Outcome byRules) {
    return new AcceptedLine(
        access,
        byRules == Outcome.COUNTED
            ? accesses.outcomeByCriteria(access, access.request().orElseThrow())
            : byRules);
  }

  /**
   * The line, if it is an access.
   *
   * @param line its bytes without the LF, any bytes at all
   * @param reader of the file that it is the next line of
   * @return nothing for any other line
   */
  public Optional<AcceptedLine> accept(byte[] line, LineReader reader) {
    return read(line, reader) instanceof AcceptedLine accepted
        ? Optional.of(accepted)
        : Optional.empty();
  }

  /**
   * Whether an access is let pass by all filters but those of paths, which come before them.
   *
   * @param access with what these rules look at; without a request it has no method
   * @return false if a filter would stop it
   */
  public boolean admits(Access access) {
    return accesses.outcomeByRules(access) == Outcome.COUNTED
        && accesses.outcomeByCriteria(access, access.request().orElse(RequestLine.NONE))
            == Outcome.COUNTED;
  }

  private static int lengthWithoutCr(byte[] line) {
    int length = line.length;
    return length > 0 && line[length - 1] == '\r' ? length - 1 : length;
  }

  private Outcome outcomeByRules(Access access) {
    if (access.request().isEmpty()) {
      return Outcome.NO_REQUEST;
    }
    Optional<UrlParts> url = access.url();
    if (url.isEmpty()) {
      return Outcome.BAD_TARGET;
    }
    Outcome outcome = paths.outcomeOf(url.get().path());
    return outcome == Outcome.COUNTED ? accesses.outcomeByRules(access) : outcome;
  }

  private static Outcome outcomeOf(Unparsed reason) {
    return switch (reason) {
      case HEADER -> Outcome.HEADER;
      case NO_MATCH -> Outcome.NO_MATCH;
      case BAD_TIME -> Outcome.BAD_TIME;
    };
  }
}
