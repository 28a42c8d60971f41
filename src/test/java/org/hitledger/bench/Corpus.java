package org.hitledger.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is counted: always the same lines from the first on, so many of them, cut into files. A
 * large file has 15 lines for every 2 of a small one.
 */
enum Corpus {
  /** To try whether everything works; and, for what scales, what a run costs before it reads. */
  TINY("tiny", 60, 3, 0),
  /** The shape of the logs that the job was made for. */
  S("S", 17_100, 6, 5),
  /** The same with more in each file. */
  L("L", 121_000, 6, 5),
  /** The same with more files. */
  S_TIMES_10("10xS", 171_000, 60, 50),
  /** The lines of L in 10,000 files. */
  L_IN_10_000_FILES("L-10000", 121_000, 10_000, 0);

  private static final int LARGE = 15;
  private static final int SMALL = 2;

  private final String label;
  private final int blocks;
  private final int largeFiles;
  private final int smallFiles;

  Corpus(String label, int blocks, int largeFiles, int smallFiles) {
    this.label = label;
    this.blocks = blocks;
    this.largeFiles = largeFiles;
    this.smallFiles = smallFiles;
  }

  static Corpus labelled(String label) {
    return Arrays.stream(values())
        .filter(corpus -> corpus.label.equalsIgnoreCase(label))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("no corpus is named '" + label + "'"));
  }

  String label() {
    return label;
  }

  long lines() {
    return (long) blocks * Block.LINES;
  }

  /** The files, in the order of their lines. */
  List<Part> parts() {
    var parts = new ArrayList<Part>();
    int files = largeFiles + smallFiles;
    long weights = (long) LARGE * largeFiles + (long) SMALL * smallFiles;
    long weight = 0;
    int from = 0;
    for (int i = 0; i < files; i++) {
      weight += i < largeFiles ? LARGE : SMALL;
      int to = (int) (blocks * weight / weights);
      parts.add(new Part(Texts.format("access.log-%05d.gz", i + 1), from, to));
      from = to;
    }
    return parts;
  }

  /**
   * One file.
   *
   * @param name its name
   * @param from its first block
   * @param to the block after its last
   */
  record Part(String name, int from, int to) {}
}
