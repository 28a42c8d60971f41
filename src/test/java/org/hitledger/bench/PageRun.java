package org.hitledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hitledger.bench.Command.Finished;

/**
 * Makes a page to look at, which has the first rows of each table alone: its counts are not
 * compared here.
 *
 * @param label what tables call it
 * @param about what it is
 * @param maker who makes the page
 */
record PageRun(String label, String about, Maker maker) implements Contestant {
  /** All files of a folder one after the other, as a person would write it. */
  private static final String GO_ACCESS =
      "find \"$1\" -name '*.gz' -exec zcat {} + "
          + "| goaccess - --log-format=COMBINED --no-global-config -o \"$2\"";

  /** Makes a page of a corpus; only what the last command takes is measured. */
  @FunctionalInterface
  interface Maker {
    Finished make(CorpusFolder corpus, TableFolder folder, Path out)
        throws IOException, InterruptedException;
  }

  static PageRun ofLogs(int threads) {
    return new PageRun(
        "hitledger-report",
        "our page, `./submit.sh --master local[%d] -- report --rules site`".formatted(threads),
        (corpus, folder, out) -> report(threads, folder, corpus.folder()).run(out));
  }

  static PageRun ofHits(int threads) {
    return new PageRun(
        "hitledger-report-hits",
        "the same page of the hits of these logs, made before, `report --from`",
        (corpus, folder, out) -> {
          SubmitRun.submit(master(threads), "hits", "--output", folder.path(), corpus.folder())
              .run(out);
          return report(threads, folder, "--from", folder.path()).run(out);
        });
  }

  /** Nothing where it is not installed. */
  static Optional<PageRun> goAccessIfInstalled() {
    return AwkRun.find("goaccess")
        .map(
            program ->
                new PageRun(
                    "goaccess",
                    "`zcat LOGS | goaccess - --log-format=COMBINED -o PAGE`, on one thread",
                    (corpus, folder, out) ->
                        Command.of("sh", "-c", GO_ACCESS, "sh", corpus.folder(), page(folder))
                            .run(out)));
  }

  private static List<String> master(int threads) {
    return List.of("--master", "local[%d]".formatted(threads));
  }

  private static Command report(int threads, TableFolder folder, Object... words) {
    Stream<Object> all =
        Stream.concat(
            Stream.of("report", "--rules", "site", "--output", page(folder)), Stream.of(words));
    return SubmitRun.submit(master(threads), all.toArray());
  }

  private static Path page(TableFolder folder) {
    return folder.parent().resolve("page.html");
  }

  @Override
  public boolean listsCounts() {
    return false;
  }

  @Override
  public Measurement count(CorpusFolder corpus, Path out) throws IOException, InterruptedException {
    try (TableFolder folder = TableFolder.beside(corpus)) {
      Measurement measurement = maker.make(corpus, folder, out).measurement();
      return measurement.with(Files.size(page(folder)));
    }
  }
}
