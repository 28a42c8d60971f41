package org.hitledger.product.findings;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Optional;
import org.hitledger.compression.FoundDefect;

/** Something wrong that a task found in a file, or in the part of it that the task read. */
public sealed interface PartFinding extends Serializable {

  /** Where. */
  Part part();

  /** What it says of the file. */
  FileFindings ofFile();

  /**
   * What a task reads of a file.
   *
   * @param file as the balance names it
   * @param start where the part begins, in bytes
   */
  record Part(String file, long start) implements Serializable {
    static final Comparator<Part> ORDER =
        Comparator.comparing(Part::file).thenComparingLong(Part::start);

    private static final long serialVersionUID = 1L;
  }

  /** The file is not packed as it should be. */
  record Defective(Part part, FoundDefect defect) implements PartFinding {
    private static final long serialVersionUID = 1L;

    @Override
    public FileFindings ofFile() {
      return new FileFindings(part.file(), Optional.of(defect), Optional.empty(), 0, 0);
    }
  }

  /**
   * Lines are rejected.
   *
   * @param part where
   * @param first the first of them
   * @param lines how many lines there are, without those that are blank or set apart
   * @param misfits how many of them are not of the file's log format
   */
  record Rejects(Part part, FirstRejected first, long lines, long misfits) implements PartFinding {
    private static final long serialVersionUID = 1L;

    @Override
    public FileFindings ofFile() {
      return new FileFindings(part.file(), Optional.empty(), Optional.of(first), lines, misfits);
    }
  }
}
