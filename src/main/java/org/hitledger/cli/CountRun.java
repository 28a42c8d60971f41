package org.hitledger.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.hitledger.count.CountJob;
import org.hitledger.count.CountTables;
import org.hitledger.count.CountTables.Audit;
import org.hitledger.count.Counts;
import org.hitledger.input.InputFinder;
import org.hitledger.input.Inputs;
import org.hitledger.report.BalanceText;
import org.hitledger.report.Json;
import org.hitledger.result.Manifest;
import org.hitledger.result.Publication;
import org.hitledger.result.ResultFolder;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.Outcome;
import org.hitledger.rules.PathRules;
import org.hitledger.session.ScanProgress;
import org.hitledger.session.Session;
import org.hitledger.session.SparkSettings;

/** One run of {@code count}. What can be checked is checked before Spark starts. */
final class CountRun {
  private final CountCommand arguments;
  private final Console console;
  private final Session.Source sessions;
  private final Instant started = Instant.now();
  private final SparkConf settings = SparkSettings.complete(new SparkConf());
  private final Configuration hadoop = SparkSettings.hadoop(settings);
  private final PathRules rules;
  private final Inputs inputs;

  CountRun(CountCommand arguments, Console console, Session.Source sessions) {
    this.arguments = arguments;
    this.console = console;
    this.sessions = sessions;
    rules = RulesSource.read(arguments.rules, arguments.section, hadoop);
    inputs = InputFinder.find(arguments.inputs, hadoop);
  }

  void execute() {
    inputs.notes().forEach(console::note);
    if (arguments.output.isPresent()) {
      countAndPublish(ResultFolder.at(arguments.output.get(), hadoop));
    } else {
      countAndPrint();
    }
  }

  private void countAndPrint() {
    try (Session session = open();
        Counts counts = plan(session)) {
      CountTables tables = counts.tables();
      Audit audit = tables.audit();
      console.endProgress();
      inputs.requireUnchanged(hadoop);
      show(tables, audit);
    }
  }

  private void countAndPublish(ResultFolder folder) {
    folder.requireApartFrom(inputs);
    try (Publication publication = Publication.begin(folder, arguments.overwrite, hadoop)) {
      publication.notes().forEach(console::note);
      try (Session session = open()) {
        Audit audit = stage(session, publication.staging().toString());
        inputs.requireUnchanged(hadoop);
        publication.complete(Json.document(manifest(folder, audit)));
        show(CountTables.read(session.spark(), folder.path().toString()), audit);
      }
    }
  }

  /** Writes the tables, and makes sure that a reader will find what was counted. */
  private Audit stage(Session session, String staging) {
    try (Counts counts = plan(session)) {
      CountTables tables = counts.tables();
      tables.write(staging);
      console.endProgress();
      Audit counted = tables.audit();
      Audit written = CountTables.read(session.spark(), staging).audit();
      if (!written.equals(counted)) {
        throw new IllegalStateException(
            "what was written is not what was counted: %s, %s".formatted(written, counted));
      }
      return written;
    }
  }

  private Session open() {
    Session session = sessions.open(settings, inputs);
    if (Console.errIsTerminal()) {
      session.spark().sparkContext().addSparkListener(new ScanProgress(inputs, console::progress));
    }
    return session;
  }

  private Counts plan(Session session) {
    return new CountJob(session.spark(), inputs, new LineClassifier(rules)).plan();
  }

  private void show(CountTables tables, Audit audit) {
    console.result(tables.top(arguments.top.rows()), arguments.format);
    double seconds = Duration.between(started, Instant.now()).toMillis() / 1e3;
    console.balance(
        BalanceText.of(audit.balance(), inputs.files().size(), inputs.bytes(), seconds));
  }

  private Manifest manifest(ResultFolder folder, Audit audit) {
    return new Manifest(
        Versions.all(),
        started.toString(),
        Instant.now().toString(),
        options(folder),
        Manifest.Rules.of(rules),
        inputs.files().stream().map(Manifest.Input::of).toList(),
        totals(audit));
  }

  private Map<String, String> options(ResultFolder folder) {
    var options = new LinkedHashMap<String, String>();
    options.put("command", "count");
    options.put("output", folder.path().toString());
    options.put("overwrite", Boolean.toString(arguments.overwrite));
    arguments.rules.ifPresent(file -> options.put("rules", file));
    arguments.section.ifPresent(name -> options.put("section", name));
    options.put("top", arguments.top.toString());
    options.put("format", arguments.format.name().toLowerCase(Locale.ROOT));
    options.put("master", settings.get("spark.master"));
    return options;
  }

  private static Map<String, Long> totals(Audit audit) {
    var totals = new LinkedHashMap<String, Long>();
    totals.put("lines_read", audit.balance().linesRead());
    for (Outcome outcome : Outcome.values()) {
      totals.put(outcome.label(), audit.balance().of(outcome));
    }
    totals.put("paths", audit.paths());
    return totals;
  }
}
