package org.hitledger.lines;

import java.util.Map;
import org.hitledger.source.InputFile;

/**
 * Which lines of some files are read.
 *
 * @param byFile by the file's path with scheme; of all others every line
 */
public record TextRanges(Map<String, TextRange> byFile) {
  /** Every line of every file. */
  public static final TextRanges ALL = new TextRanges(Map.of());

  /** Takes a copy. */
  public TextRanges {
    byFile = Map.copyOf(byFile);
  }

  /**
   * What is read of a file.
   *
   * @param file the file
   * @return one part
   */
  public FilePart partOf(InputFile file) {
    return FilePart.of(file, byFile.getOrDefault(file.name(), TextRange.ALL));
  }
}
