package org.hitledger.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Our job, the way its users run it.
 *
 * @param label what tables call it
 * @param about what is special about it
 * @param sparkOptions what stands before {@code --}
 */
record SubmitRun(String label, String about, List<String> sparkOptions) implements Contestant {

  @Override
  public Measurement count(CorpusFolder corpus, Path out) throws IOException, InterruptedException {
    return submit(sparkOptions, "count", "--top", "all", "--format", "tsv", corpus.folder())
        .run(out)
        .measurement();
  }

  /** Builds the job unless it is built. */
  static void build(Path out) throws IOException, InterruptedException {
    submit(List.of(), "--help").run(out);
  }

  private static Path script() {
    return Path.of("submit.sh").toAbsolutePath();
  }

  /** Our job; with options for Spark before what is for it. */
  static Command submit(List<String> sparkOptions, Object... words) {
    var all = new ArrayList<Object>(List.of(script()));
    all.addAll(sparkOptions);
    all.add("--");
    all.addAll(List.of(words));
    return Command.of(all.toArray()).with("JAVA_HOME", Command.javaHome().toString());
  }
}
