package org.hitledger.product.rejects;

/** Counts the lines of one part of a file after the other. */
final class LineNumbers {
  private long partStart;
  private long number;

  /** Goes to the next line, of this part of the same or another file. */
  void next(boolean isOfAnotherFile, long startOfPart) {
    if (isOfAnotherFile || partStart != startOfPart) {
      partStart = startOfPart;
      number = 0;
    }
    number++;
  }

  /** Of the line, from 1; null, which is nothing to Spark, if only other parts know. */
  Long number() {
    return partStart == 0 ? number : null;
  }
}
