package org.hitledger.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hitledger.count.Audit;
import org.hitledger.count.CountJob;
import org.hitledger.count.Counts;
import org.hitledger.count.RejectedLines;
import org.hitledger.gzip.FileRemark;
import org.hitledger.gzip.Reading;
import org.hitledger.gzip.Seal;
import org.hitledger.input.InputFinder;
import org.hitledger.input.Inputs;
import org.hitledger.period.Undivided;
import org.hitledger.report.BalanceText;
import org.hitledger.report.Json;
import org.hitledger.result.Manifest;
import org.hitledger.result.Publication;
import org.hitledger.rules.Balance;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.Outcome;
import org.hitledger.rules.PathRules;
import org.hitledger.session.Failures;
import org.hitledger.session.ScanProgress;
import org.hitledger.session.Session;

/**
 * One run over logs: counts all lines, makes a product of them, and publishes it. What can be
 * checked is checked before Spark starts.
 */
final class LogRun {
  private static final int MOST_NOTES = 20;

  private final LogOptions logs;
  private final Product product;
  private final Surroundings surroundings;
  private final Console console;
  private final Session.Source sessions;
  private final Instant started = Instant.now();
  private final PathRules rules;
  private final Reading reading;
  private final LineClassifier classifier;
  private final Inputs inputs;

  LogRun(
      LogOptions logs,
      Product product,
      Surroundings surroundings,
      Console console,
      Session.Source sessions) {
    this.logs = logs;
    this.product = product;
    this.surroundings = surroundings;
    this.console = console;
    this.sessions = sessions;
    rules = RulesSource.read(logs.rules, logs.section, surroundings.hadoop());
    reading = new Reading(logs.onDamage, logs.maxLineBytes.bytes(), Seal.random());
    classifier = new LineClassifier(rules, product.limits(), reading.maxLineBytes());
    inputs = InputFinder.find(logs.inputs, surroundings.hadoop());
  }

  ExitCode execute() {
    inputs.notes().forEach(console::note);
    try (Outputs outputs = begin();
        Session session = open();
        Counts counts = plan(session)) {
      Counts.Summary summary = counts.summary();
      console.endProgress();
      requireFewRejected(summary.audit().balance());
      Reckoning reckoning = reckoning(session, counts, summary);
      outputs.results().ifPresent(to -> write(() -> product.write(reckoning, folder(to))));
      outputs.rejects().ifPresent(to -> write(() -> writeRejects(reckoning, folder(to))));
      inputs.requireUnchanged(surroundings.hadoop());
      outputs.results().ifPresent(results -> product.requireWritten(reckoning, folder(results)));
      // Before the results appear, so that a run which cannot show them leaves older ones whole.
      show(reckoning);
      outputs.complete(Json.document(manifest(summary)));
      return tell(summary.remarks());
    }
  }

  private Outputs begin() {
    return Outputs.begin(
        product.output(),
        logs.rejects,
        logs.overwrite,
        inputs,
        surroundings.hadoop(),
        console::note);
  }

  private static String folder(Publication publication) {
    return publication.staging().toString();
  }

  private Reckoning reckoning(Session session, Counts counts, Counts.Summary summary) {
    return new Reckoning(
        session.spark(), inputs, classifier, reading, counts.tables(), summary.audit());
  }

  private void requireFewRejected(Balance balance) {
    logs.maxRejected.ifPresent(percent -> percent.require(balance));
  }

  private static void write(Runnable writing) {
    try {
      writing.run();
    } catch (Exception e) {
      // Spark throws what it has not declared.
      throw Failures.explainWriting(e)
          .<RuntimeException>map(fault -> fault)
          .orElseGet(() -> new IllegalStateException(e));
    }
  }

  private static void writeRejects(Reckoning reckoning, String folder) {
    var lines =
        new RejectedLines(
            reckoning.spark(), reckoning.inputs(), reckoning.classifier(), reckoning.reading());
    lines.write(folder, reckoning.tables());
    lines.audit(folder, reckoning.audit().balance());
  }

  private Session open() {
    Session session = sessions.open(surroundings.settings(), inputs);
    if (Console.errIsTerminal()) {
      session.spark().sparkContext().addSparkListener(new ScanProgress(inputs, console::progress));
    }
    return session;
  }

  private Counts plan(Session session) {
    return new CountJob(session.spark(), inputs, classifier, product.timeline(), reading).plan();
  }

  private void show(Reckoning reckoning) {
    product.show(reckoning, console);
    double seconds = Duration.between(started, Instant.now()).toMillis() / 1e3;
    console.balance(
        BalanceText.of(
            reckoning.audit().balance(),
            classifier.classes(),
            inputs.files().size(),
            inputs.bytes(),
            seconds));
  }

  /** Says what was found in gzip files, and what the exit code is because of it. */
  private ExitCode tell(List<FileRemark> remarks) {
    remarks.stream().limit(MOST_NOTES).map(LogRun::note).forEach(console::note);
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

  private Manifest manifest(Counts.Summary summary) {
    return new Manifest(
        Versions.all(),
        started.toString(),
        Instant.now().toString(),
        options(),
        Manifest.Rules.of(rules),
        inputs.files().stream().map(Manifest.Input::of).toList(),
        damaged(summary.remarks()).map(Manifest.Damaged::of).toList(),
        totals(summary.audit()));
  }

  private Map<String, String> options() {
    var options = new LinkedHashMap<String, String>();
    options.put("command", product.command());
    product.output().ifPresent(folder -> options.put("output", folder));
    options.putAll(logs.given());
    options.putAll(product.options());
    options.put("master", surroundings.settings().get("spark.master"));
    return options;
  }

  private Map<String, Long> totals(Audit audit) {
    var totals = new LinkedHashMap<String, Long>();
    totals.put("lines_read", audit.balance().linesRead());
    for (Outcome outcome : classifier.classes()) {
      totals.put(outcome.label(), audit.balance().of(outcome));
    }
    // A path in two periods is two rows.
    totals.put(product.timeline() == Undivided.TIME ? "paths" : "rows", audit.rows());
    return totals;
  }
}
