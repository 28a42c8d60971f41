package org.hitledger.product.findings;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hitledger.compression.DefectiveFile;
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

  /**
   * What findings of parts come to.
   *
   * @param found by the tasks
   * @return at most one a file, by file
   */
  public static List<FileFindings> of(Set<PartFinding> found) {
    Map<String, FileFindings> byFile = new LinkedHashMap<>();
    found.stream()
        .sorted(Comparator.comparing(PartFinding::part, PartFinding.Part.ORDER))
        .forEach(of -> byFile.merge(of.part().file(), of.ofFile(), FileFindings::and));
    return List.copyOf(byFile.values());
  }

  /**
   * What is wrong with how the file is packed.
   *
   * @return nothing if it is packed as it should be, or not at all
   */
  public Optional<DefectiveFile> defective() {
    return defect.map(found -> new DefectiveFile(file, found));
  }

  /** What this part of a file and a later one come to. */
  FileFindings and(FileFindings later) {
    return new FileFindings(
        file,
        defect.or(later::defect),
        rejected.or(later::rejected),
        lines + later.lines,
        misfits + later.misfits);
  }

  /**
   * The same of a file whose lines are all known.
   *
   * @param allLines how many it has, without those that are blank or set apart
   * @return with that number
   */
  public FileFindings withLines(long allLines) {
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
