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
    var words = new ArrayList<Object>(List.of(script()));
    words.addAll(sparkOptions);
    words.addAll(List.of("--", "count", "--top", "all", "--format", "tsv", corpus.folder()));
    return submit(words).run(out).measurement();
  }

  /** Builds the job unless it is built. */
  static void build(Path out) throws IOException, InterruptedException {
    submit(List.of(script(), "--help")).run(out);
  }

  private static Path script() {
    return Path.of("submit.sh").toAbsolutePath();
  }

  private static Command submit(List<?> words) {
    return Command.of(words.toArray()).with("JAVA_HOME", Command.javaHome().toString());
  }
}
