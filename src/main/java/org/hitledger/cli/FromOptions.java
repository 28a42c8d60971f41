package org.hitledger.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hitledger.fault.UsageFault;
import org.hitledger.plan.FromPlan;
import org.hitledger.plan.LogPlan;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What commands do that take logs, or hits instead; and the options that hits cannot answer. */
final class FromOptions {
  private static final List<String> ON_READING =
      List.of(
          "--log-format",
          "--log-zone",
          "--skip-unknown",
          "--on-damage",
          "--same-content",
          "--max-line-bytes");

  private static final List<String> ON_REJECTED = List.of("--max-rejected", "--rejects");

  private FromOptions() {}

  /**
   * What is to be done over hits.
   *
   * @throws UsageFault if there are arguments that are for logs alone
   */
  static FromPlan plan(
      CommandSpec command,
      String folder,
      LogOptions logs,
      Optional<String> output,
      ResultOptions results) {
    requireFitting(command);
    return new FromPlan(
        command.name(), folder, logs.chosenRules(), output, results.overwrite, given(command));
  }

  /**
   * What is to be done over logs.
   *
   * @throws ParameterException if there are none
   */
  static LogPlan planOfLogs(
      CommandSpec command,
      List<String> inputs,
      LogOptions logs,
      Optional<String> output,
      ResultOptions results) {
    if (inputs.isEmpty()) {
      throw new ParameterException(
          command.commandLine(), "Missing required parameter: 'INPUT', or --from DIR");
    }
    return logs.plan(command, inputs, results.plan(output));
  }

  /**
   * Refuses arguments that are for logs alone.
   *
   * @throws UsageFault if there is one, by the order above
   */
  private static void requireFitting(CommandSpec command) {
    ParseResult given = command.commandLine().getParseResult();
    refuse(
        ON_READING.stream().filter(given::hasMatchedOption),
        "logs were read when the hits were written");
    refuse(
        ON_REJECTED.stream().filter(given::hasMatchedOption), "rejected lines are not among hits");
    if (given.hasMatchedPositional(0)) {
      throw new UsageFault(
          "INPUT %s cannot go with --from, which names all that is counted; leave one of them out"
              .formatted(given.matchedPositional(0).stringValues().get(0)));
    }
  }

  private static void refuse(Stream<String> options, String reason) {
    options
        .findFirst()
        .ifPresent(
            option -> {
              throw new UsageFault(
                  "%s cannot go with --from: %s; leave it out, or give it to hits and write them anew"
                      .formatted(option, reason));
            });
  }

  /** The others, as {@link GivenOptions} has them. */
  private static Map<String, String> given(CommandSpec command) {
    var given = new LinkedHashMap<>(GivenOptions.of(command));
    Stream.concat(ON_READING.stream(), ON_REJECTED.stream())
        .map(GivenOptions::nameOf)
        .forEach(given::remove);
    return given;
  }
}
