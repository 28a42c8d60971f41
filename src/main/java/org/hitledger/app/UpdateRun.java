package org.hitledger.app;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.hitledger.fault.InputFault;
import org.hitledger.identity.KnownLogs;
import org.hitledger.ledger.LedgerFolder;
import org.hitledger.ledger.LedgerLock;
import org.hitledger.ledger.LedgerState;
import org.hitledger.ledger.SegmentNumbers;
import org.hitledger.ledger.Settings;
import org.hitledger.plan.LogPlan;
import org.hitledger.privacy.Privacy;
import org.hitledger.rules.PathRules;
import org.hitledger.source.InputFile;
import org.hitledger.source.InputFinder;
import org.hitledger.source.Inputs;

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
    rules = logs.rules().read(hadoop);
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
    return run.whileHeld(run::enter);
  }

  /**
   * Makes a ledger anew, whole or not at all.
   *
   * @param plan what to read and which ledger to replace
   * @param environment Spark, file systems and streams
   * @return how it ended, if all was entered
   * @throws org.hitledger.fault.Fault if it cannot be; the ledger is as it was then
   */
  public static ExitCode rebuild(UpdatePlan plan, RunEnvironment environment) {
    var run = new UpdateRun(plan, environment);
    return run.whileHeld(run::rebuild);
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
    files.tellLeftOut(run.streams::note);
    run.streams.print(RecognitionRows.of(files.recognised()), QueryFormat.TABLE.rowFormat());
    files.defective().forEach(defect -> run.streams.note(DefectNotes.found(defect)));
    return ExitCode.COMPLETE;
  }

  /** The lock makes the folder: a mistake in what was typed must leave none behind. */
  private ExitCode whileHeld(Supplier<ExitCode> work) {
    if (!folder.exists()) {
      folder.requireApartFrom(InputFinder.find(logs.inputs(), hadoop));
    }
    return LedgerLock.whileHeld(folder, plan.patience(), hadoop, work);
  }

  private ExitCode enter() {
    LedgerState before = state();
    FilesOfUpdate files = look(before);
    files.requireNothingLost(accepted());
    folder.removeLeftovers();
    KnownLogs after = files.logsAfter(before.logs());
    if (files.newLines().isEmpty()) {
      // But a log may have another name now, and must not be read again for that.
      folder.write(new LedgerState(before.settings(), before.segment(), after));
      return DefectNotes.tell(files.defective(), files.copies(after), streams::note);
    }
    int next = before.segment() + 1;
    return publish(
        new SegmentNumbers(next, next), new LedgerState(before.settings(), next, after), files);
  }

  /** As if there were nothing yet; the one segment stands for all that were there. */
  private ExitCode rebuild() {
    int next = folder.lastNumber() + 1;
    FilesOfUpdate files = look(newLedger());
    if (files.newLines().isEmpty()) {
      throw new InputFault(
          "there is no line to make %s anew from; it is as it was".formatted(folder.path()));
    }
    KnownLogs logsNow = files.logsAfter(newLedger().logs());
    ExitCode code =
        publish(new SegmentNumbers(1, next), new LedgerState(settings(), next, logsNow), files);
    folder.removeLeftovers();
    return code;
  }

  private ExitCode publish(SegmentNumbers numbers, LedgerState after, FilesOfUpdate files) {
    files.tellLeftOut(streams::note);
    new SegmentRun(plan, environment, rules, privacy, files).publish(folder, numbers, after);
    folder.write(after);
    return DefectNotes.tell(files.defective(), files.copies(after.logs()), streams::note);
  }

  /** What the ledger knows; the settings of both are the same. */
  private LedgerState state() {
    LedgerState state = folder.read().orElseGet(this::newLedger);
    state.settings().requireSame(settings(), folder.path().toString());
    return state;
  }

  private LedgerState newLedger() {
    return new LedgerState(settings(), 0, new KnownLogs(List.of()));
  }

  private Settings settings() {
    return LedgerSettings.of(plan, rules, privacy);
  }

  private FilesOfUpdate look(LedgerState state) {
    streams.progress("looking at files");
    Inputs found = InputFinder.find(logs.inputs(), hadoop);
    folder.requireApartFrom(found);
    return FilesOfUpdate.look(
        found, plan, state.logs(), LedgerSettings.digestKey(plan.privacy(), privacy), hadoop);
  }

  private Set<String> accepted() {
    return plan.acceptedShorter().isEmpty()
        ? Set.of()
        : InputFinder.find(plan.acceptedShorter(), hadoop).files().stream()
            .map(InputFile::name)
            .collect(Collectors.toSet());
  }
}
