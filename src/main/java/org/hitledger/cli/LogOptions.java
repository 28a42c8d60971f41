package org.hitledger.cli;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.hitledger.balance.MaxRejected;
import org.hitledger.compression.OnDamage;
import org.hitledger.logformat.LogFormats;
import org.hitledger.plan.LineBytes;
import org.hitledger.plan.LogPlan;
import org.hitledger.plan.RulesOfRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The arguments of every command that reads logs. */
@Command
final class LogOptions {
  /** How the help describes what all these commands read. */
  static final String INPUT =
      "Logs, packed (.gz, .bz2, .zst, .xz) or plain: files, folders (all logs in them) and"
          + " globs, on any file system that Hadoop knows.";

  @Option(
      names = "--log-format",
      paramLabel = "auto|NAME|STRING",
      defaultValue = LogFormats.AUTO,
      completionCandidates = FormatNames.class,
      description =
          "How lines are read: found out for each file, by a name (${COMPLETION-CANDIDATES},"
              + " json:COLUMN=KEY,...), or by the string of the server's own LogFormat or log_format"
              + " (default: ${DEFAULT-VALUE}).")
  String logFormat;

  @Option(
      names = "--log-zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      converter = ZoneConverter.class,
      description = "Zone of logged times that say none (default: ${DEFAULT-VALUE}).")
  ZoneId logZone;

  @Option(
      names = "--skip-unknown",
      description = "Leave out files whose log format is not known, instead of ending the run.")
  boolean skipUnknown;

  @Option(
      names = "--section",
      paramLabel = "NAME|all",
      description =
          "First segment of the paths that count, or all for the whole site (default: the rules').")
  Optional<String> section;

  @Option(
      names = "--rules",
      paramLabel = "book|site|FILE",
      defaultValue = "book",
      description =
          "What counts and what is clutter: that of the samples' site, with the pages below /book;"
              + " all pages of any site; or as a file in YAML says (default: ${DEFAULT-VALUE};"
              + " see conf).")
  String rules;

  @Option(
      names = "--on-damage",
      paramLabel = "fail|salvage",
      defaultValue = "fail",
      description =
          "What to do about a damaged packed file: end the run, or count what can be read of it and"
              + " exit with 4 (default: ${DEFAULT-VALUE}).")
  OnDamage onDamage;

  @Option(
      names = "--max-line-bytes",
      paramLabel = "N",
      defaultValue = LineBytes.USUAL,
      converter = LineBytesConverter.class,
      description =
          "A longer line is rejected/too_long, and takes no memory (default: ${DEFAULT-VALUE}).")
  int maxLineBytes;

  @Option(
      names = "--max-rejected",
      paramLabel = "PERCENT",
      converter = PercentConverter.class,
      description = "Publish nothing, and exit with 3, if more of the lines are rejected.")
  Optional<MaxRejected> maxRejected;

  /** What they come to. */
  LogPlan plan(CommandSpec command, List<String> inputs, LogPlan.Results results) {
    return new LogPlan(
        command.name(),
        inputs,
        chosenRules(),
        new LogPlan.Formats(logFormat, logZone, skipUnknown),
        onDamage,
        maxLineBytes,
        maxRejected,
        results,
        GivenOptions.of(command));
  }

  RulesOfRun chosenRules() {
    return new RulesOfRun(rules, section);
  }
}
