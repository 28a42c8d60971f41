package org.hitledger.product.findings;

import java.util.List;
import org.apache.spark.SparkContext;

/**
 * All that tasks find of the files of a run that reads each line once.
 *
 * @param wrong what is wrong with files
 * @param lines how many lines each part has
 */
public record LogFindings(FindingsOfTasks<PartFinding> wrong, FindingsOfTasks<LinesOfPart> lines)
    implements FindingsListener {
  private static final long serialVersionUID = 1L;

  /**
   * Nothing found.
   *
   * @param spark whose tasks will find something
   * @return for one run
   */
  public static LogFindings in(SparkContext spark) {
    var findings = new LogFindings(new FindingsOfTasks<>(), new FindingsOfTasks<>());
    spark.register(findings.wrong);
    spark.register(findings.lines);
    return findings;
  }

  @Override
  public void tell(PartFinding finding) {
    wrong.add(finding);
  }

  @Override
  public void tell(LinesOfPart part) {
    lines.add(part);
  }

  /**
   * How many lines there are, once all are read.
   *
   * @return the lines of all files
   */
  public LinesOfFiles linesOfFiles() {
    return LinesOfFiles.of(lines.value());
  }

  /**
   * What was found of files that have something wrong, once all are read.
   *
   * @return at most one a file, by file
   */
  public List<FileFindings> wrongFiles() {
    LinesOfFiles files = linesOfFiles();
    return FileFindings.of(wrong.value()).stream()
        .map(found -> found.withLines(files.meantAsAccesses(found.file())))
        .toList();
  }
}
