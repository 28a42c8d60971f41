package org.hitledger.app;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.hitledger.identity.KnownLogs;
import org.hitledger.ledger.LedgerFolder;
import org.hitledger.ledger.LedgerLock;
import org.hitledger.ledger.LedgerState;
import org.hitledger.ledger.Settings;
import org.hitledger.plan.LogPlan;
import org.hitledger.plan.RulesOfRun;
import org.hitledger.privacy.Privacy;
import org.hitledger.rules.PathRules;
import org.hitledger.source.InputFile;
import org.hitledger.source.InputFinder;

/**
 * One update of a ledger: enters the lines that it has not seen, as a segment of their own, and
 * writes down what is known then. Where nothing is new, Spark is not started.
 */
public final class UpdateRun {
  private final UpdatePlan plan;
  private final LogPlan logs;
  private final RunEnvironment environment;
  private final Configuration hadoop;
  private final StandardStreams streams;
  private final LedgerFolder folder;
  private final PathRules rules;
  private final Privacy privacy;

  private UpdateRun(UpdatePlan plan, RunEnvironment environment) {
    this.plan = plan;
    this.logs = plan.logs();
    this.environment = environment;
    this.hadoop = environment.hadoop();
    this.streams = environment.streams();
    LedgerSettings.requireKey(plan.privacy());
    folder = LedgerFolder.at(plan.ledger(), hadoop);
    rules = RulesOfRun.read(logs.rules(), logs.section(), hadoop);
    privacy = plan.privacy().privacy(hadoop, streams::note);
  }

  /**
   * Enters what is new.
   *
   * @param plan what to read and which ledger to update
   * @param environment Spark, file systems and streams
   * @return how it ended, if all that is new was entered
   * @throws org.hitledger.fault.Fault if it cannot be; nothing is entered then
   */
  public static ExitCode enter(UpdatePlan plan, RunEnvironment environment) {
    var run = new UpdateRun(plan, environment);
    return LedgerLock.whileHeld(run.folder, plan.patience(), environment.hadoop(), run::enter);
  }

  /**
   * Prints what is new, and leaves the ledger as it is.
   *
   * @param plan what to read, and of which ledger
   * @param environment file systems and streams
   * @return that all files were looked at
   * @throws org.hitledger.fault.Fault if one cannot be
   */
  public static ExitCode show(UpdatePlan plan, RunEnvironment environment) {
    var run = new UpdateRun(plan, environment);
    FilesOfUpdate files = run.look(run.state());
    files.found().notes().forEach(run.streams::note);
    files.formats().notes().forEach(run.streams::note);
    run.streams.print(RecognitionRows.of(files.recognised()), QueryFormat.TABLE.rowFormat());
    return ExitCode.COMPLETE;
  }

  private ExitCode enter() {
    LedgerState before = state();
    FilesOfUpdate files = look(before);
    files.requireNothingLost(accepted());
    return enter(before, files);
  }

  /** What the ledger knows, made of nothing if it is new. */
  private LedgerState state() {
    Settings asked = LedgerSettings.of(plan, rules, privacy);
    LedgerState state =
        folder.read().orElseGet(() -> new LedgerState(asked, 0, new KnownLogs(List.of())));
    state.settings().requireSame(asked, folder.path().toString());
    return state;
  }

  private FilesOfUpdate look(LedgerState state) {
    streams.progress("looking at files");
    return FilesOfUpdate.look(logs, plan.reading(), state.logs(), hadoop);
  }

  private Set<String> accepted() {
    return plan.acceptedShorter().isEmpty()
        ? Set.of()
        : InputFinder.find(plan.acceptedShorter(), hadoop).files().stream()
            .map(InputFile::name)
            .collect(Collectors.toSet());
  }

  private ExitCode enter(LedgerState before, FilesOfUpdate files) {
    KnownLogs after = files.logsAfter(before.logs());
    if (files.newLines().isEmpty()) {
      // But a log may have another name now, and must not be read again for that.
      folder.write(new LedgerState(before.settings(), before.segment(), after));
      return ExitCode.COMPLETE;
    }
    var state = new LedgerState(before.settings(), before.segment() + 1, after);
    new SegmentRun(plan, environment, rules, privacy, files).publish(folder, state);
    folder.write(state);
    return DefectNotes.tell(files.defective(), streams::note);
  }
}
