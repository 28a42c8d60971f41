package org.hitledger.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.hitledger.count.Audit;
import org.hitledger.count.CountJob;
import org.hitledger.count.CountTables;
import org.hitledger.count.Counts;
import org.hitledger.count.RejectedLines;
import org.hitledger.gzip.FileRemark;
import org.hitledger.gzip.Reading;
import org.hitledger.gzip.Seal;
import org.hitledger.input.InputFinder;
import org.hitledger.input.Inputs;
import org.hitledger.period.Periods;
import org.hitledger.period.Timeline;
import org.hitledger.period.Undivided;
import org.hitledger.report.BalanceText;
import org.hitledger.report.Json;
import org.hitledger.result.Manifest;
import org.hitledger.result.Publication;
import org.hitledger.rules.Balance;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.Outcome;
import org.hitledger.rules.PathRules;
import org.hitledger.session.ScanProgress;
import org.hitledger.session.Session;
import org.hitledger.session.SparkSettings;

/** One run of {@code count}. What can be checked is checked before Spark starts. */
final class CountRun {
  private static final int MOST_NOTES = 20;

  private final CountCommand arguments;
  private final Console console;
  private final Session.Source sessions;
  private final Instant started = Instant.now();
  private final SparkConf settings = SparkSettings.complete(new SparkConf());
  private final Configuration hadoop = SparkSettings.hadoop(settings);
  private final PathRules rules;
  private final Reading reading;
  private final LineClassifier classifier;
  private final Inputs inputs;

  CountRun(CountCommand arguments, Console console, Session.Source sessions) {
    this.arguments = arguments;
    this.console = console;
    this.sessions = sessions;
    rules = RulesSource.read(arguments.rules, arguments.section, hadoop);
    reading = new Reading(arguments.onDamage, arguments.maxLineBytes.bytes(), Seal.random());
    classifier = new LineClassifier(rules, Limits.of(arguments), reading.maxLineBytes());
    inputs = InputFinder.find(arguments.inputs, hadoop);
  }

  ExitCode execute() {
    inputs.notes().forEach(console::note);
    try (Outputs outputs = Outputs.begin(arguments, inputs, hadoop, console::note);
        Session session = open();
        Counts counts = plan(session)) {
      Counts.Summary summary = counts.summary();
      Audit audit = summary.audit();
      console.endProgress();
      requireFewRejected(audit.balance());
      CountTables tables = counts.tables();
      outputs.results().ifPresent(results -> tables.write(results.staging().toString()));
      outputs.rejects().ifPresent(rejects -> writeRejects(rejects, session, tables, audit));
      inputs.requireUnchanged(hadoop);
      outputs.results().ifPresent(results -> requireWritten(results, session, audit));
      outputs.complete(Json.document(manifest(audit, summary.remarks())));
      show(tables, audit);
      return tell(summary.remarks());
    }
  }

  private void requireFewRejected(Balance balance) {
    arguments.maxRejected.ifPresent(percent -> percent.require(balance));
  }

  private void writeRejects(Publication rejects, Session session, CountTables tables, Audit audit) {
    var lines = new RejectedLines(session.spark(), inputs, classifier, reading);
    String staging = rejects.staging().toString();
    lines.write(staging, tables);
    lines.audit(staging, audit.balance());
  }

  /** Makes sure that readers will find what was counted. */
  private static void requireWritten(Publication results, Session session, Audit counted) {
    Audit written = CountTables.read(session.spark(), results.staging().toString()).audit();
    if (!written.equals(counted)) {
      throw new IllegalStateException(
          "what was written is not what was counted: %s, %s".formatted(written, counted));
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
    return new CountJob(session.spark(), inputs, classifier, timeline(), reading).plan();
  }

  private Timeline timeline() {
    return arguments
        .by
        .<Timeline>map(unit -> new Periods(unit, arguments.zone))
        .orElse(Undivided.TIME);
  }

  private void show(CountTables tables, Audit audit) {
    console.result(tables.top(arguments.top.rows(), audit).iterator(), arguments.format);
    double seconds = Duration.between(started, Instant.now()).toMillis() / 1e3;
    console.balance(
        BalanceText.of(
            audit.balance(), classifier.classes(), inputs.files().size(), inputs.bytes(), seconds));
  }

  /** Says what was found in gzip files, and what the exit code is because of it. */
  private ExitCode tell(List<FileRemark> remarks) {
    remarks.stream().limit(MOST_NOTES).map(CountRun::note).forEach(console::note);
    if (remarks.size() > MOST_NOTES) {
      console.note("and so on, %,d files in all".formatted(remarks.size()));
    }
    return damaged(remarks).findAny().isPresent() ? ExitCode.LOSSES : ExitCode.COMPLETE;
  }

  private static Stream<FileRemark> damaged(List<FileRemark> remarks) {
    return remarks.stream().filter(remark -> remark.remark().finding().isDamage());
  }

  private static String note(FileRemark found) {
    return found.remark().finding().isDamage()
        ? "%s is damaged: %s; the lines before were counted, what follows is lost; get a whole copy"
            .formatted(found.file(), found.remark())
        : "%s: %s; they were ignored".formatted(found.file(), found.remark());
  }

  private Manifest manifest(Audit audit, List<FileRemark> remarks) {
    return new Manifest(
        Versions.all(),
        started.toString(),
        Instant.now().toString(),
        options(),
        Manifest.Rules.of(rules),
        inputs.files().stream().map(Manifest.Input::of).toList(),
        damaged(remarks).map(Manifest.Damaged::of).toList(),
        totals(audit));
  }

  private Map<String, String> options() {
    var options = new LinkedHashMap<String, String>();
    options.put("command", "count");
    arguments.output.ifPresent(folder -> options.put("output", folder));
    arguments.rejects.ifPresent(folder -> options.put("rejects", folder));
    options.put("overwrite", Boolean.toString(arguments.overwrite));
    arguments.rules.ifPresent(file -> options.put("rules", file));
    arguments.section.ifPresent(name -> options.put("section", name));
    arguments.statuses.ifPresent(statuses -> options.put("status", statuses.toString()));
    arguments.methods.ifPresent(methods -> options.put("method", methods.toString()));
    arguments.since.ifPresent(time -> options.put("since", time.toString()));
    arguments.until.ifPresent(time -> options.put("until", time.toString()));
    options.put("zone", arguments.zone.toString());
    arguments.by.ifPresent(unit -> options.put("by", UnitName.of(unit)));
    options.put("top", arguments.top.toString());
    options.put("format", arguments.format.name().toLowerCase(Locale.ROOT));
    options.put("on-damage", reading.onDamage().name().toLowerCase(Locale.ROOT));
    options.put("max-line-bytes", Integer.toString(reading.maxLineBytes()));
    arguments.maxRejected.ifPresent(percent -> options.put("max-rejected", percent.toString()));
    options.put("master", settings.get("spark.master"));
    return options;
  }

  private Map<String, Long> totals(Audit audit) {
    var totals = new LinkedHashMap<String, Long>();
    totals.put("lines_read", audit.balance().linesRead());
    for (Outcome outcome : classifier.classes()) {
      totals.put(outcome.label(), audit.balance().of(outcome));
    }
    // A path in two periods is two rows.
    totals.put(arguments.by.isPresent() ? "rows" : "paths", audit.rows());
    return totals;
  }
}
