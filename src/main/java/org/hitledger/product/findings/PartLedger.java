package org.hitledger.product.findings;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.hitledger.compression.FoundDefect;
import org.hitledger.logformat.LineReader;
import org.hitledger.product.RejectedLines;
import org.hitledger.product.findings.PartFinding.Part;
import org.hitledger.rules.Outcome;

/**
 * What one task enters of the lines that it reads, part by part: their classes, and what is wrong
 * with the file.
 */
public final class PartLedger {
  private static final Part NONE = new Part("", 0);

  private final Consumer<PartFinding> wrong;
  private final RejectedLines.OfTask rejected;
  private final long[] linesOf = new long[Outcome.values().length];
  private Part part = NONE;
  private long lineNumber;
  private Optional<FirstRejected> firstRejected = Optional.empty();

  /**
   * A ledger before the first part.
   *
   * @param wrong told what is wrong with a file
   * @param rejected where rejected lines go
   */
  public PartLedger(Consumer<PartFinding> wrong, RejectedLines rejected) {
    this.wrong = wrong;
    this.rejected = rejected.begin();
  }

  /**
   * Begins a part; the one before has ended.
   *
   * @param next which
   * @param linesBefore how many lines stand before it, from where its lines are numbered
   */
  public void begin(Part next, long linesBefore) {
    part = next;
    lineNumber = linesBefore;
  }

  /** Goes to the next line, or to what stands in its place. */
  public void nextLine() {
    lineNumber++;
  }

  /**
   * Which line it is.
   *
   * @return the number of the line, from 1
   */
  public long lineNumber() {
    return lineNumber;
  }

  /**
   * Enters the line.
   *
   * @param outcome its class
   * @param line its bytes
   * @param reader who has read it
   */
  public void enter(Outcome outcome, byte[] line, LineReader reader) {
    linesOf[outcome.ordinal()]++;
    if (outcome.isRejected()) {
      rejected.add(part.file(), part.start(), lineNumber, outcome, line);
      if (firstRejected.isEmpty()) {
        firstRejected =
            Optional.of(FirstRejected.of(part.start(), lineNumber, outcome, line, reader));
      }
    }
  }

  /**
   * Enters what was found of how the file is packed; a damage stands for a line.
   *
   * @param defect what and where
   */
  public void note(FoundDefect defect) {
    wrong.accept(new PartFinding.Defective(part, defect));
    if (defect.defect().isDamage()) {
      linesOf[Outcome.DAMAGED.ordinal()]++;
    }
  }

  /**
   * Ends the part.
   *
   * @return its lines
   */
  public LinesOfPart end() {
    var lines = new LinesOfPart(part, lines());
    firstRejected
        .map(
            first ->
                new PartFinding.Rejects(
                    part,
                    first,
                    LinesOfPart.meantAsAccesses(lines.lines()),
                    linesOf[Outcome.NO_MATCH.ordinal()]))
        .ifPresent(wrong);
    firstRejected = Optional.empty();
    Arrays.fill(linesOf, 0);
    return lines;
  }

  /** Ends the task, which has ended all of its parts. */
  public void close() {
    rejected.end();
  }

  private Map<Outcome, Long> lines() {
    var lines = new EnumMap<Outcome, Long>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      if (linesOf[outcome.ordinal()] > 0) {
        lines.put(outcome, linesOf[outcome.ordinal()]);
      }
    }
    return lines;
  }
}
