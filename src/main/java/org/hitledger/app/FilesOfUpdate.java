package org.hitledger.app;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.hitledger.compression.DefectiveFile;
import org.hitledger.fault.InputFault;
import org.hitledger.identity.Damage;
import org.hitledger.identity.DigestKey;
import org.hitledger.identity.KnownLogs;
import org.hitledger.identity.NextLogs;
import org.hitledger.identity.Recognition;
import org.hitledger.identity.Recognizer;
import org.hitledger.identity.TextFile;
import org.hitledger.ledger.LogFiles;
import org.hitledger.plan.FormatsOfRun;
import org.hitledger.source.InputFile;
import org.hitledger.source.Inputs;
import org.hitledger.source.ParallelChecks;

/**
 * The files that an update was given, and what they are.
 *
 * @param found all files
 * @param formats of those that were looked into
 * @param recognised what the files are, by name, but for those that are no access logs
 * @param looks how they were looked at
 */
record FilesOfUpdate(
    Inputs found, FormatsOfRun formats, List<Recognition> recognised, LogFiles looks) {

  /** Looks at all files, and into those that are not as they were. */
  static FilesOfUpdate look(
      Inputs found, UpdatePlan plan, KnownLogs known, DigestKey key, Configuration hadoop) {
    var looks = new LogFiles(known, plan.reading(), key, hadoop);
    Set<String> unchanged = unchanged(found, looks);
    FormatsOfRun formats =
        FormatsOfRun.ofSome(plan.logs().formats(), found.without(unchanged), hadoop);
    List<TextFile> measured = ParallelChecks.results(formats.inputs().files(), looks::measure);
    Map<String, InputFile> byName =
        found.files().stream().collect(Collectors.toMap(InputFile::name, Function.identity()));
    List<Recognition> recognised =
        Recognizer.recognise(
            known,
            List.copyOf(unchanged),
            measured,
            (name, bytes) -> looks.digest(byName.get(name), bytes));
    return new FilesOfUpdate(found, formats, recognised, looks);
  }

  private static Set<String> unchanged(Inputs found, LogFiles looks) {
    List<Boolean> areUnchanged = ParallelChecks.results(found.files(), looks::isUnchanged);
    Set<String> unchanged = new HashSet<>();
    for (int i = 0; i < areUnchanged.size(); i++) {
      if (areUnchanged.get(i)) {
        unchanged.add(found.files().get(i).name());
      }
    }
    return unchanged;
  }

  /** The logs that are known once all is entered. */
  KnownLogs logsAfter(KnownLogs before) {
    return NextLogs.of(before, recognised, formats.formats()::nameOf);
  }

  /** What is to be entered, by name. */
  List<NewLines> newLines() {
    return recognised.stream().flatMap(NewLines::of).toList();
  }

  /** The files with something to enter. */
  Inputs toEnter() {
    return found.only(newLines().stream().map(NewLines::name).collect(Collectors.toSet()));
  }

  /** Formats of the files with something to enter: a known log keeps the one that it had. */
  FormatsOfRun formatsToEnter() {
    var known = new TreeMap<String, String>();
    for (Recognition file : recognised) {
      if (file instanceof Recognition.Grown grown) {
        known.put(grown.name(), grown.log().format());
      }
    }
    return formats.with(toEnter(), known);
  }

  /** How many files end with a line that has no end, and is left for the next time. */
  long unfinished() {
    return newLines().stream()
        .filter(lines -> lines.file().damage().isEmpty() && lines.file().rest() > 0)
        .count();
  }

  /**
   * The files of which the ledger has all that can be read.
   *
   * @param after what is known of logs then
   */
  Set<String> copies(KnownLogs after) {
    Set<String> lost = after.damage().stream().map(Damage::file).collect(Collectors.toSet());
    return recognised.stream()
        .filter(Recognition::isEntered)
        .map(Recognition::name)
        .filter(name -> !lost.contains(name))
        .collect(Collectors.toSet());
  }

  /** What was found of how the files are packed that were looked into. */
  List<DefectiveFile> defective() {
    return looks.defective();
  }

  /** Says which files are no logs that are entered, and why. */
  void tellLeftOut(Consumer<String> notes) {
    found.notes().forEach(notes);
    formats.notes().forEach(notes);
  }

  /**
   * Refuses files that have lost lines that are entered.
   *
   * @param accepted names of files that are meant to be shorter
   */
  void requireNothingLost(Set<String> accepted) {
    List<String> faults =
        recognised.stream().flatMap(file -> LostLines.of(file, accepted)).toList();
    if (!faults.isEmpty()) {
      throw new InputFault(String.join("; ", faults) + "; nothing was entered");
    }
  }

  /** Makes sure that what is entered is what was looked at, though the files may have grown. */
  void requireUnchanged(Configuration hadoop) {
    Map<String, InputFile> before =
        found.files().stream().collect(Collectors.toMap(InputFile::name, Function.identity()));
    newLines().forEach(lines -> requireUnchanged(lines, before.get(lines.name()), hadoop));
  }

  private void requireUnchanged(NewLines lines, InputFile before, Configuration hadoop) {
    InputFile now = before.now(hadoop);
    if (!now.equals(before) && !looks.digest(now, lines.to().bytes()).equals(lines.to().sha256())) {
      throw new InputFault(
          "%s changed while it was read; nothing was entered, so run again"
              .formatted(lines.name()));
    }
  }
}
