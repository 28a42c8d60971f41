package org.hitledger.cli;

import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hitledger.period.Unit;
import org.hitledger.report.Format;
import org.hitledger.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The arguments of {@code count}; {@link LogRun} does what they ask for. */
@Command(
    name = "count",
    description = {
      "Counts hits per path of one section.",
      "The result goes to standard output, the balance of all lines to standard error."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    sortOptions = false,
    footer = {
      "",
      "Exit codes:",
      "  0  complete",
      "  1  internal error, or the cluster failed",
      "  2  usage",
      "  3  input fault, nothing published",
      "  4  published, but a damaged file was not read to its end (--on-damage salvage)",
      "  5  output could not be written, older results whole",
      " 52  out of memory, for a line that fills it (Spark's own code)"
    })
final class CountCommand implements Callable<Integer> {
  private final Console console;
  private final Session.Source sessions;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Also write Parquet: DIR/path_counts, DIR/balance and, last, DIR/run.json.")
  Optional<String> output;

  @Option(
      names = "--status",
      paramLabel = "N,...",
      converter = Texts.Statuses.class,
      description = "Count only accesses with one of these statuses.")
  Optional<Texts> statuses;

  @Option(
      names = "--method",
      paramLabel = "NAME,...",
      converter = Texts.Methods.class,
      description = "Count only accesses with one of these methods, upper and lower case apart.")
  Optional<Texts> methods;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = Moment.Converter.class,
      description =
          "Count only from this moment on: 2012-06-01, 2012-06-01T12:00 or"
              + " 2012-06-01T12:00:00+02:00.")
  Optional<Moment> since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = Moment.Converter.class,
      description = "Count only what is before this moment.")
  Optional<Moment> until;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      converter = ZoneName.class,
      description = "Time zone of --by, --since and --until (default: ${DEFAULT-VALUE}).")
  ZoneId zone;

  @Option(
      names = "--by",
      paramLabel = "day|hour|month",
      converter = UnitName.class,
      description = "Count each path anew in each of these periods.")
  Optional<Unit> by;

  @Option(
      names = "--top",
      paramLabel = "N|all",
      defaultValue = "20",
      converter = Top.Converter.class,
      description = "Rows to print, with --by of each period (default: ${DEFAULT-VALUE}).")
  Top top;

  @Option(
      names = "--format",
      paramLabel = "table|tsv|json",
      defaultValue = "table",
      converter = FormatName.class,
      description =
          "How to print them (default: ${DEFAULT-VALUE}); tsv is count<TAB>path, with --by"
              + " period<TAB>count<TAB>path.")
  Format format;

  @Mixin LogOptions logs;

  CountCommand(Console console, Session.Source sessions) {
    this.console = console;
    this.sessions = sessions;
  }

  @Override
  public Integer call() {
    return new LogRun(logs, new CountProduct(this), Surroundings.ofThisProcess(), console, sessions)
        .execute()
        .code();
  }
}
