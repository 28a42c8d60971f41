package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.DuckDb;
import org.hitledger.testing.LogFile;

/** A folder of logs with its ledger beside it, for tests of what update makes of them. */
final class KeptLedger {
  private static final String LINE =
      "192.0.2.1 - - [02/Mar/2024:10:00:00 +0000] \"GET /p/%d HTTP/1.1\" 200 5 \"-\" \"x\"\n";

  private final Path home;

  KeptLedger(Path home) {
    this.home = home;
  }

  /** Good lines with the paths {@code /p/FIRST} to {@code /p/LAST}. */
  static String lines(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(LINE::formatted)
        .collect(Collectors.joining());
  }

  Path log(String name) {
    return home.resolve("logs").resolve(name);
  }

  Path folder() {
    return home.resolve("ledger");
  }

  /** Packed if its name says so. */
  Path write(String name, String text) {
    return LogFile.writeBytes(log(name), text.getBytes(UTF_8));
  }

  void delete(String name) {
    try {
      Files.delete(log(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void rename(String from, String to) {
    try {
      Files.move(log(from), log(to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An update with all logs, and with all of the site as its section. */
  CommandRun update(Object... options) {
    var words = new ArrayList<Object>(List.of("update", "--section=all", "--ledger", folder()));
    words.addAll(List.of(options));
    words.add(home.resolve("logs"));
    return shortened(CommandRun.of(words.toArray()));
  }

  /** What count makes of it. */
  CommandRun count() {
    return shortened(CommandRun.of("count", "--section=all", "--from", folder()));
  }

  private CommandRun shortened(CommandRun run) {
    return new CommandRun(run.code(), shortened(run.out()), shortened(run.err()));
  }

  /** How many lines an update adds, as it says; none if it says nothing. */
  int added(Object... options) {
    CommandRun run = update(options);
    if (run.code() != 0) {
      throw new AssertionError(run);
    }
    return run.out().isEmpty() ? 0 : Integer.parseInt(run.out().split(" ", -1)[1].replace(",", ""));
  }

  /** What a dry run prints of each file: its state, its new lines and what is left for later. */
  List<String> states(Object... options) {
    var all = new ArrayList<Object>(List.of(options));
    all.add("--dry-run");
    CommandRun run = update(all.toArray());
    if (run.code() != 0) {
      throw new AssertionError(run);
    }
    return run.out().lines().skip(1).map(row -> row.replaceAll(" +", " ")).toList();
  }

  /** The paths of all hits, in order. */
  List<String> paths() {
    return DuckDb.rows(
        "SELECT path FROM read_parquet('%s/segments/*/hits/*/*.parquet') ORDER BY path"
            .formatted(folder()));
  }

  /** Lines by file and class. */
  List<String> balance() {
    return DuckDb.rows(
            "SELECT file, outcome, sum(lines), log_format FROM read_parquet('%s/segments/*/balance/*.parquet') GROUP BY ALL ORDER BY ALL"
                .formatted(folder()))
        .stream()
        .map(this::shortened)
        .map(row -> row.replace('\t', ' '))
        .toList();
  }

  /** Names of all files below the ledger. */
  List<String> files() {
    try (Stream<Path> all = Files.walk(folder())) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder().relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without what differs from one run of the tests to the next. */
  private String shortened(String text) {
    return text.replace("file:" + home.resolve("logs") + "/", "")
        .replace("file:" + home + "/", "")
        .replace(home + "/", "");
  }
}
