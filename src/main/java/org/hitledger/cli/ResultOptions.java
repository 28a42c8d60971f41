package org.hitledger.cli;

import java.util.Optional;
import org.hitledger.plan.LogPlan;
import org.hitledger.source.OnSameContent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The arguments of every command that makes results of all its logs at once. */
@Command
final class ResultOptions {
  @Option(
      names = "--same-content",
      paramLabel = "count|skip|fail",
      defaultValue = "count",
      description =
          "What to do about inputs with equal content, such as a log and its .gz: count all and"
              + " note it, read the first of them alone, or end the run (default:"
              + " ${DEFAULT-VALUE}).")
  OnSameContent onSameContent;

  @Option(
      names = "--rejects",
      paramLabel = "DIR",
      description =
          "Also write the rejected lines, as Parquet: DIR/rejects. They may hold personal data.")
  Optional<String> rejects;

  @Option(names = "--overwrite", description = "Replace older results, once new are whole.")
  boolean overwrite;

  /** What they come to. */
  LogPlan.Results plan(Optional<String> output) {
    return new LogPlan.Results(onSameContent, output, rejects, overwrite);
  }
}
