package org.hitledger.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules in awk, one pipe of {@code zcat} and {@code awk} for each thread.
 *
 * @param threads how many pipes at a time
 * @param awk the program, with all links followed
 */
record AwkRun(int threads, Path awk) implements Contestant {
  /**
   * More files than that are given to a pipe several at a time: starting one takes a while, too.
   */
  private static final int PIPES = 64;

  /** A file for each pipe: in one that they share, the ends of their writes cut lines apart. */
  private static final String SCRIPT =
      """
      parts=$(mktemp -d)
      trap 'rm -rf "$parts"' EXIT
      find "$1" -name '*.gz' -print0 | xargs -0 -P "$2" -n "$3" sh -c \
        'rules=$0; parts=$1; shift; zcat "$@" | awk -f "$rules" >>"$parts/$$"' "$4" "$parts"
      find "$parts" -type f -exec cat {} + |
        awk -F '\\t' '{ count[$2] += $1 } END { for (path in count) print count[path] "\\t" path }'
      """;

  /** Nothing where there is no awk, or none of the others. */
  static Optional<Contestant> ifInstalled(int threads) {
    return Stream.of("xargs", "zcat", "find", "awk").allMatch(name -> find(name).isPresent())
        ? find("awk").map(awk -> new AwkRun(threads, awk))
        : Optional.empty();
  }

  /** A program on the path. */
  static Optional<Path> find(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public String label() {
    return "awk";
  }

  @Override
  public String about() {
    try {
      return "`xargs -P %d zcat | %s`, the rules in awk"
          .formatted(threads, awk.toRealPath().getFileName());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Measurement count(CorpusFolder corpus, Path out) throws IOException, InterruptedException {
    int files = corpus.corpus().parts().size();
    Path rules = Path.of(ClassPath.ofTests(), "org/hitledger/bench/count.awk");
    return Command.of("sh", "-c", SCRIPT, "sh", corpus.folder(), threads, 1 + files / PIPES, rules)
        .with("LC_ALL", "C")
        .run(out)
        .measurement();
  }
}
