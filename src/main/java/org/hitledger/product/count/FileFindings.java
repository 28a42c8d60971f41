package org.hitledger.product.count;

import java.util.Optional;
import org.hitledger.compression.FoundDefect;

/**
 * What was found of a file that has something wrong.
 *
 * @param file its path with scheme
 * @param defect of how it is packed
 * @param rejected its first rejected line
 * @param lines how many it has, without those that are blank or set apart; of a file read in parts
 *     those of the parts with rejected lines, unless most of these do not fit
 * @param misfits how many of them are not of its log format
 */
public record FileFindings(
    String file,
    Optional<FoundDefect> defect,
    Optional<FirstRejected> rejected,
    long lines,
    long misfits) {

  /** What this part of a file and a later one come to. */
  FileFindings and(FileFindings later) {
    return new FileFindings(
        file,
        defect.or(later::defect),
        rejected.or(later::rejected),
        lines + later.lines,
        misfits + later.misfits);
  }

  FileFindings withLines(long allLines) {
    return new FileFindings(file, defect, rejected, allLines, misfits);
  }

  /**
   * Whether the file cannot have the log format that it was read with.
   *
   * @return true if it was read to its end and more than half of its lines do not fit
   */
  public boolean isOfAnotherFormat() {
    boolean isWhole = defect.map(found -> !found.defect().isDamage()).orElse(true);
    return isWhole && 2 * misfits > lines;
  }
}
