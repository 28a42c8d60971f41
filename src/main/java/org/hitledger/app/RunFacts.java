package org.hitledger.app;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hitledger.compression.DefectiveFile;
import org.hitledger.logformat.LogFormat;
import org.hitledger.plan.FormatsOfRun;
import org.hitledger.publish.Manifest;
import org.hitledger.rules.Outcome;
import org.hitledger.rules.PathRules;
import org.hitledger.source.InputFile;
import org.hitledger.source.Inputs;

/**
 * What is said of a run in its manifest, as far as it is known before lines are read.
 *
 * @param started when the run began
 * @param options as they were given, by name
 * @param rules what decides which lines count
 * @param lineClasses the classes that its lines can have
 * @param inputs the files that are read
 * @param formats of these files
 * @param sameContent files with equal content
 */
record RunFacts(
    Instant started,
    Map<String, String> options,
    PathRules rules,
    Set<Outcome> lineClasses,
    Inputs inputs,
    FormatsOfRun formats,
    List<List<InputFile>> sameContent) {

  /** The classes to show, also those without a line. */
  Set<Outcome> classes() {
    Set<Outcome> classes = EnumSet.copyOf(lineClasses);
    if (formats.formats().distinct().values().stream().anyMatch(LogFormat::hasHeaders)) {
      classes.add(Outcome.HEADER);
    }
    return classes;
  }

  /** The manifest of what was made of all lines. */
  Manifest manifest(MadeProduct made, List<DefectiveFile> defects) {
    return new Manifest(
        Versions.all(),
        started.toString(),
        Instant.now().toString(),
        options,
        Manifest.Rules.of(rules),
        inputs.files().stream()
            .map(file -> Manifest.Input.of(file, formats.formats().nameOf(file.name())))
            .toList(),
        formats.leftOut(),
        sameContent.stream()
            .map(group -> Manifest.SameContent.of(group, Set.copyOf(inputs.files())))
            .toList(),
        defects.stream().filter(DefectiveFile::isDamaged).map(DefectiveFile::damage).toList(),
        RunAccount.of(made, classes(), inputs).numbers());
  }
}
