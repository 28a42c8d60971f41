package org.hitledger.app;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.hitledger.detect.FileFinding;
import org.hitledger.detect.FileSearch;
import org.hitledger.detect.Finding;
import org.hitledger.detect.Misfit;
import org.hitledger.rows.Heading;
import org.hitledger.rows.Rows;
import org.hitledger.rows.Value;
import org.hitledger.source.InputFinder;
import org.hitledger.source.Inputs;

/** Shows which log formats files have, by their first lines. Needs no Spark. */
public final class DetectRun {
  private static final List<Heading> HEADINGS =
      List.of(
          new Heading("format", false),
          new Heading("fit", true),
          new Heading("lines", true),
          new Heading("file", false),
          new Heading("first_line_that_does_not", false));

  private DetectRun() {}

  /**
   * Looks at files and prints what they are.
   *
   * @param inputs files, folders and globs
   * @param zone of times that say none
   * @param format how to print it
   * @param environment file systems and streams
   * @return that all was looked at
   * @throws org.hitledger.fault.InputFault if one cannot be read
   */
  public static ExitCode execute(
      List<String> inputs, ZoneId zone, QueryFormat format, RunEnvironment environment) {
    Inputs found = InputFinder.find(inputs, environment.hadoop());
    found.notes().forEach(environment.streams()::note);
    environment.streams().progress("looking at %,d files".formatted(found.files().size()));
    List<FileFinding> findings = FileSearch.search(found, zone, environment.hadoop());
    environment
        .streams()
        .print(
            new Rows(HEADINGS, findings.stream().map(DetectRun::row).iterator()),
            format.rowFormat());
    return ExitCode.COMPLETE;
  }

  private static List<Value> row(FileFinding found) {
    String file = found.file().name();
    if (found.finding() instanceof Finding.Known known) {
      return row(known.format(), known.fitting(), known.lines(), file, known.misfit());
    }
    if (found.finding() instanceof Finding.Unknown unknown) {
      return row(
          "unknown, closest " + unknown.closest(),
          unknown.fitting(),
          unknown.lines(),
          file,
          Optional.of(unknown.misfit()));
    }
    Finding.ErrorLog errors = (Finding.ErrorLog) found.finding();
    return row("error log of " + errors.server(), 0, 0, file, Optional.empty());
  }

  private static List<Value> row(
      String format, int fitting, int lines, String file, Optional<Misfit> misfit) {
    return List.of(
        new Value.Text(format),
        new Value.Count(fitting),
        new Value.Count(lines),
        new Value.Text(file),
        new Value.Text(misfit.map(Misfit::toString).orElse("")));
  }
}
