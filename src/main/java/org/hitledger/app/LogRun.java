package org.hitledger.app;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hitledger.compression.DefectMarker;
import org.hitledger.compression.DefectiveFile;
import org.hitledger.compression.ReadOptions;
import org.hitledger.lines.TextRanges;
import org.hitledger.plan.FormatsOfRun;
import org.hitledger.plan.LogPlan;
import org.hitledger.plan.PrivacyPlan;
import org.hitledger.plan.ReportPlan;
import org.hitledger.product.LogScan;
import org.hitledger.product.RejectedLines;
import org.hitledger.product.count.LinesOfLogs;
import org.hitledger.publish.Manifest;
import org.hitledger.publish.Outputs;
import org.hitledger.publish.ResultsManifest;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.PathRules;
import org.hitledger.source.InputFinder;
import org.hitledger.source.Inputs;
import org.hitledger.source.SameContent;
import org.hitledger.spark.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run over logs: counts all lines, makes a product of them, and publishes it. What can be
 * checked is checked before Spark starts.
 */
public final class LogRun {
  private static final Logger LOG = LoggerFactory.getLogger(LogRun.class);

  private final LogPlan plan;
  private final Product product;
  private final RunEnvironment environment;
  private final StandardStreams streams;
  private final Instant started = Instant.now();
  private final PathRules rules;
  private final ReadOptions reading;
  private final LineClassifier classifier;
  private final FormatsOfRun formats;
  private final RejectNotes rejects;
  private final RunFacts facts;
  private final Inputs found;
  private final SameContent sameContent;
  private final Inputs inputs;

  private LogRun(LogPlan plan, Product product, RunEnvironment environment) {
    this.plan = plan;
    this.product = product;
    this.environment = environment;
    this.streams = environment.streams();
    requirePossibleOutputs();
    rules = plan.rules().read(environment.hadoop());
    reading = new ReadOptions(plan.onDamage(), plan.maxLineBytes(), DefectMarker.random());
    classifier = new LineClassifier(rules, product.criteria(), plan.maxLineBytes());
    streams.progress("looking for files");
    found = InputFinder.find(plan.inputs(), environment.hadoop());
    streams.progress("looking at %,d files".formatted(found.files().size()));
    FormatsOfRun all = FormatsOfRun.of(plan.formats(), found, environment.hadoop());
    sameContent = SameContent.among(all.inputs(), environment.hadoop());
    inputs = sameContent.appliedTo(all.inputs(), plan.results().onSameContent());
    inputs.notes().forEach(streams::note);
    formats = all.with(inputs, Map.of());
    formats.notes().forEach(streams::note);
    rejects = new RejectNotes(formats.formats(), !plan.formats().isGiven(), product.hidesLines());
    facts =
        new RunFacts(
            started,
            environment.options(plan.command(), plan.options()),
            rules,
            classifier.classes(),
            inputs,
            formats,
            sameContent.groups());
  }

  /**
   * Counts hits per path.
   *
   * @param plan what to read and where to publish
   * @param product what to count and how to show it
   * @param environment Spark, file systems and streams
   * @return how it ended, if all that was asked for is there
   * @throws org.hitledger.fault.Fault if it cannot be; nothing is published then
   */
  public static ExitCode count(LogPlan plan, CountProduct product, RunEnvironment environment) {
    return new LogRun(plan, product, environment).execute();
  }

  /**
   * Writes the table of hits.
   *
   * @param plan what to read and where to publish
   * @param privacy what is not written as it was logged
   * @param environment Spark, file systems and streams
   * @return how it ended, if all that was asked for is there
   * @throws org.hitledger.fault.Fault if it cannot be; nothing is published then
   */
  public static ExitCode hits(LogPlan plan, PrivacyPlan privacy, RunEnvironment environment) {
    var product =
        new HitsProduct(
            TextRanges.ALL, privacy.privacy(environment.hadoop(), environment.streams()::note));
    return new LogRun(plan, product, environment).execute();
  }

  /**
   * Makes a page that shows what accesses come to.
   *
   * @param plan what to read
   * @param report what the page is about and where it is to appear
   * @param environment Spark, file systems and streams
   * @return how it ended, if all that was asked for is there
   * @throws org.hitledger.fault.Fault if it cannot be; no page is there then, or an older one whole
   */
  public static ExitCode report(LogPlan plan, ReportPlan report, RunEnvironment environment) {
    var origin = new ReportOrigin(plan.inputs(), plan.options());
    return new LogRun(plan, ReportProduct.of(report, origin, environment), environment).execute();
  }

  private ExitCode execute() {
    try (Outputs outputs = beginOutputs();
        Session session = openSession()) {
      TablesOfRun tables = TablesOfRun.of(outputs, session.spark());
      LogScan scan = scan(session, tables.rejectedLines());
      try (MadeProduct made = make(scan, tables.results())) {
        requireFewRejected(made);
        rejects.requireFitting(made.findings());
        tables.write(made);
        // Also what was left out, since it was equal to what is counted.
        streams.progress("looking at the files again");
        found.requireUnchanged(environment.hadoop());
        tables.requireWritten(made);
        // Before the results appear, so that a run which cannot show them leaves older ones whole.
        show(scan, made);
        publish(outputs, made);
        rejects.tell(made.findings(), streams::note);
        return DefectNotes.tell(defects(made), streams::note);
      }
    }
  }

  private void requirePossibleOutputs() {
    Outputs.requirePossible(
        plan.results().output(),
        plan.results().rejects(),
        plan.results().overwrite(),
        environment.hadoop());
  }

  private Outputs beginOutputs() {
    LOG.info("{}: {} files, {} bytes", plan.command(), inputs.files().size(), inputs.bytes());
    inputs.files().forEach(file -> LOG.debug("input {}, {} bytes", file.name(), file.length()));
    return Outputs.begin(
        plan.results().output(),
        plan.results().rejects(),
        plan.results().overwrite(),
        inputs,
        environment.hadoop(),
        streams::note);
  }

  private Session openSession() {
    LOG.info("starting Spark on {}", environment.settings().get("spark.master"));
    return environment.openSession(product.settings(inputs, environment.settings()), inputs);
  }

  private LogScan scan(Session session, RejectedLines rejected) {
    return new LogScan(
        session.spark(), inputs, reading, formats.formats(), rules, classifier, rejected);
  }

  private MadeProduct make(LogScan scan, Optional<String> results) {
    LOG.info("reading lines");
    MadeProduct made = product.make(scan, results);
    LOG.info("read {} lines", made.totals().balance().linesRead());
    LOG.debug("balance {}", made.totals().balance());
    return made;
  }

  private void requireFewRejected(MadeProduct made) {
    plan.maxRejected().ifPresent(most -> most.require(made.totals().balance()));
  }

  private void show(LogScan scan, MadeProduct made) {
    made.show(streams);
    streams.balance(RunAccount.of(made, facts.classes(), inputs).text(started));
    new NothingCounted(plan.rules(), rules)
        .note(made.totals().balance(), facts.classes(), new LinesOfLogs(scan))
        .ifPresent(streams::note);
  }

  private void publish(Outputs outputs, MadeProduct made) {
    LOG.info("publishing");
    streams.progress("publishing");
    Manifest manifest = facts.manifest(made, defects(made));
    outputs.complete(files -> new ResultsManifest(manifest, files));
    LOG.info("done");
  }

  private static List<DefectiveFile> defects(MadeProduct made) {
    return made.findings().stream().flatMap(found -> found.defective().stream()).toList();
  }
}
