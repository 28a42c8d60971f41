package org.hitledger.product.rejects;

/** Counts the lines of one part of a file after the other. */
final class LineNumbers {
  private String file = "";
  private long partStart;
  private long number;

  /** Goes to the next line, of this part of this file. */
  LineNumbers next(String fileOfLine, long startOfPart) {
    if (!file.equals(fileOfLine) || partStart != startOfPart) {
      file = fileOfLine;
      partStart = startOfPart;
      number = 0;
    }
    number++;
    return this;
  }

  String file() {
    return file;
  }

  /** Of the line, from 1; null, which is nothing to Spark, if only other parts know. */
  Long number() {
    return partStart == 0 ? number : null;
  }
}
