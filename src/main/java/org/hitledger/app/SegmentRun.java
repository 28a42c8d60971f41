package org.hitledger.app;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hitledger.compression.DefectMarker;
import org.hitledger.compression.ReadOptions;
import org.hitledger.fault.InputFault;
import org.hitledger.identity.KnownLog;
import org.hitledger.ledger.LedgerFolder;
import org.hitledger.ledger.LedgerState;
import org.hitledger.ledger.SegmentEntry;
import org.hitledger.ledger.SegmentManifest;
import org.hitledger.ledger.SegmentNumbers;
import org.hitledger.lines.TextRanges;
import org.hitledger.plan.FormatsOfRun;
import org.hitledger.plan.LogPlan;
import org.hitledger.privacy.Privacy;
import org.hitledger.product.LogScan;
import org.hitledger.publish.Manifest;
import org.hitledger.publish.Outputs;
import org.hitledger.rules.AccessCriteria;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.Outcome;
import org.hitledger.rules.PathRules;
import org.hitledger.spark.Session;

/** Makes one segment of a ledger: the hits of the lines that are new, their balance and rejects. */
final class SegmentRun {
  private final UpdatePlan plan;
  private final LogPlan logs;
  private final RunEnvironment environment;
  private final StandardStreams streams;
  private final Instant started = Instant.now();
  private final FilesOfUpdate files;
  private final List<NewLines> lines;
  private final Set<String> newLogs;
  private final FormatsOfRun formats;
  private final PathRules rules;
  private final LineClassifier classifier;
  private final HitsProduct product;
  private final RejectNotes rejects;
  private final RunFacts facts;

  SegmentRun(
      UpdatePlan plan,
      RunEnvironment environment,
      PathRules rules,
      Privacy privacy,
      FilesOfUpdate files) {
    this.plan = plan;
    this.rules = rules;
    this.logs = plan.logs();
    this.environment = environment;
    this.streams = environment.streams();
    this.files = files;
    lines = files.newLines();
    newLogs =
        lines.stream()
            .filter(part -> part.from().bytes() == 0)
            .map(NewLines::name)
            .collect(Collectors.toSet());
    formats = files.formatsToEnter();
    classifier = new LineClassifier(rules, AccessCriteria.NONE, logs.maxLineBytes());
    product = new HitsProduct(ranges(), privacy);
    // That the format was given is fixed for the ledger: nobody can be told to leave it out.
    rejects = new RejectNotes(formats.formats(), true, product.hidesLines());
    facts =
        new RunFacts(
            started,
            environment.options(logs.command(), logs.options()),
            rules,
            classifier.classes(),
            formats.inputs(),
            formats,
            List.of());
  }

  private TextRanges ranges() {
    return new TextRanges(
        lines.stream().collect(Collectors.toMap(NewLines::name, NewLines::range)));
  }

  /** Publishes the segment, whole or not at all, and says so in one line. */
  void publish(LedgerFolder folder, SegmentNumbers numbers, LedgerState after) {
    try (Outputs outputs =
            Outputs.begin(folder.segment(numbers), environment.hadoop(), streams::note);
        Session session =
            environment.openSession(
                product.settings(formats.inputs(), environment.settings()), formats.inputs())) {
      TablesOfRun tables = TablesOfRun.ofSegment(outputs, plan.keepsRejects(), session.spark());
      try (MadeProduct made = product.make(scan(session, tables), tables.results())) {
        requireRight(made);
        tables.write(made);
        files.requireUnchanged(environment.hadoop());
        tables.requireWritten(made);
        streams.progress("publishing");
        Manifest manifest = facts.manifest(made, files.defective());
        SegmentEntry entry = entry(numbers, after);
        outputs.complete(written -> new SegmentManifest(manifest, entry, written));
        rejects.tell(made.findings(), streams::note);
        streams.print(told(made, numbers));
      }
    }
  }

  private LogScan scan(Session session, TablesOfRun tables) {
    var reading = new ReadOptions(logs.onDamage(), logs.maxLineBytes(), DefectMarker.random());
    return new LogScan(
        session.spark(),
        formats.inputs(),
        reading,
        formats.formats(),
        rules,
        classifier,
        tables.rejectedLines());
  }

  private void requireRight(MadeProduct made) {
    logs.maxRejected().ifPresent(most -> most.require(made.totals().balance()));
    // A log that is known keeps its format, whatever it grows by.
    rejects.requireFitting(
        made.findings().stream().filter(found -> newLogs.contains(found.file())).toList());
    long expected = lines.stream().mapToLong(NewLines::lines).sum();
    if (made.totals().balance().linesRead() != expected) {
      throw new InputFault(
          "the logs changed while they were read: they had %,d new lines first, and %,d then; nothing was entered, so run again"
              .formatted(expected, made.totals().balance().linesRead()));
    }
  }

  private SegmentEntry entry(SegmentNumbers numbers, LedgerState after) {
    Map<String, Long> logNumbers =
        after.logs().all().stream()
            .flatMap(log -> log.files().stream().map(file -> Map.entry(file.name(), log.number())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    List<SegmentEntry.Part> parts =
        lines.stream().map(part -> part.part(logNumbers.get(part.name()))).toList();
    Set<Long> entered = parts.stream().map(SegmentEntry.Part::log).collect(Collectors.toSet());
    List<KnownLog> known =
        after.logs().all().stream().filter(log -> entered.contains(log.number())).toList();
    return new SegmentEntry(numbers, numbers.first() - 1, after.settings().values(), parts, known);
  }

  private String told(MadeProduct made, SegmentNumbers numbers) {
    String unfinished =
        files.unfinished() == 0
            ? ""
            : "; not yet entered: last lines without an end (logs: %,d)"
                .formatted(files.unfinished());
    return "added %,d lines (logs: %,d, counted: %,d) to %s as segment %s%s\n"
        .formatted(
            made.totals().balance().linesRead(),
            lines.size(),
            made.totals().balance().of(Outcome.COUNTED),
            plan.ledger(),
            numbers,
            unfinished);
  }
}
