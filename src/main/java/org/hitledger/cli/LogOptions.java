package org.hitledger.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hitledger.gzip.OnDamage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of every command that reads logs. */
@Command
final class LogOptions {
  @Parameters(
      paramLabel = "INPUT",
      arity = "1..*",
      description =
          "Logs, gzip (.gz) or plain: files, folders (all logs in them) and globs, on any file"
              + " system that Hadoop knows.")
  List<String> inputs;

  @Option(names = "--overwrite", description = "Replace older results, once new are whole.")
  boolean overwrite;

  @Option(
      names = "--section",
      paramLabel = "NAME",
      description = "First segment of the paths that count (default: the rules', which say book).")
  Optional<String> section;

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "What is clutter, in YAML (default: conf/path-rules.yaml).")
  Optional<String> rules;

  @Option(
      names = "--on-damage",
      paramLabel = "fail|salvage",
      defaultValue = "fail",
      converter = OnDamageName.class,
      description =
          "What to do about a damaged gzip file: end the run, or count what can be read of it and"
              + " exit with 4 (default: ${DEFAULT-VALUE}).")
  OnDamage onDamage;

  @Option(
      names = "--max-line-bytes",
      paramLabel = "N",
      defaultValue = "1048576",
      converter = MaxLineBytes.Converter.class,
      description =
          "A longer line is rejected/too_long, and takes no memory (default: ${DEFAULT-VALUE}).")
  MaxLineBytes maxLineBytes;

  @Option(
      names = "--max-rejected",
      paramLabel = "PERCENT",
      converter = MaxRejected.Converter.class,
      description = "Publish nothing, and exit with 3, if more of the lines are rejected.")
  Optional<MaxRejected> maxRejected;

  @Option(
      names = "--rejects",
      paramLabel = "DIR",
      description =
          "Also write the rejected lines, as Parquet: DIR/rejects. They may hold personal data.")
  Optional<String> rejects;

  /** For the manifest: what was given, by name. */
  Map<String, String> given() {
    var options = new LinkedHashMap<String, String>();
    rejects.ifPresent(folder -> options.put("rejects", folder));
    options.put("overwrite", Boolean.toString(overwrite));
    rules.ifPresent(file -> options.put("rules", file));
    section.ifPresent(name -> options.put("section", name));
    options.put("on-damage", onDamage.name().toLowerCase(Locale.ROOT));
    options.put("max-line-bytes", Integer.toString(maxLineBytes.bytes()));
    maxRejected.ifPresent(percent -> options.put("max-rejected", percent.toString()));
    return options;
  }
}
