package org.hitledger.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.hitledger.detect.FileFinding;
import org.hitledger.detect.FileSearch;
import org.hitledger.detect.Finding;
import org.hitledger.fault.InputFault;
import org.hitledger.logformat.FileFormats;
import org.hitledger.logformat.LogFormats;
import org.hitledger.source.InputFile;
import org.hitledger.source.Inputs;

/**
 * The log formats of a run's files: one that was given for all, or those found out.
 *
 * @param inputs the files that are read
 * @param formats the format of each
 * @param leftOut the files that are not read, and why
 * @param notes what a user should know of it, one sentence each
 */
public record FormatsOfRun(
    Inputs inputs, FileFormats formats, Map<String, String> leftOut, List<String> notes) {
  /** What most people have; nothing needs to be said of them. */
  private static final Set<String> USUAL = Set.of("common", "combined");

  /**
   * Finds them out, if they are not given.
   *
   * @param plan what was asked for
   * @param inputs all files
   * @param hadoop how to reach the file systems
   * @return the formats
   * @throws org.hitledger.fault.UsageFault if the given format is none
   * @throws InputFault if a file is not understood, or nothing is left to read
   */
  public static FormatsOfRun of(LogPlan.Formats plan, Inputs inputs, Configuration hadoop) {
    FormatsOfRun formats = ofSome(plan, inputs, hadoop);
    if (formats.inputs.files().isEmpty()) {
      throw new InputFault(
          "none of the files is an access log that is understood: %s"
              .formatted(formats.notes.get(0)));
    }
    return formats;
  }

  /**
   * Finds them out, if they are not given, of files beside which there are others.
   *
   * @param plan what was asked for
   * @param inputs all files, of which there may be none
   * @param hadoop how to reach the file systems
   * @return the formats; perhaps no file is left to read
   * @throws org.hitledger.fault.UsageFault if the given format is none
   * @throws InputFault if a file is not understood
   */
  public static FormatsOfRun ofSome(LogPlan.Formats plan, Inputs inputs, Configuration hadoop) {
    return plan.isGiven()
        ? new FormatsOfRun(
            inputs, new FileFormats(plan.format(), Map.of(), zone(plan)), Map.of(), List.of())
        : new Search(plan, inputs).of(FileSearch.search(inputs, plan.zone(), hadoop));
  }

  /**
   * Some of the files, with formats that were found before.
   *
   * @param some the files
   * @param known the names of formats, by the file's path with scheme; they win over what was found
   * @return the formats of these
   */
  public FormatsOfRun with(Inputs some, Map<String, String> known) {
    Map<String, String> others = new HashMap<>(formats.others());
    others.putAll(known);
    others
        .keySet()
        .retainAll(some.files().stream().map(InputFile::name).collect(Collectors.toSet()));
    return new FormatsOfRun(
        some, new FileFormats(formats.usual(), others, formats.zone()), leftOut, notes);
  }

  private static String zone(LogPlan.Formats plan) {
    return plan.zone().getId();
  }

  /** Sorts out what was found. */
  private static final class Search {
    private final LogPlan.Formats plan;
    private final Inputs inputs;
    private final Map<String, String> formats = new LinkedHashMap<>();
    private final Map<String, String> leftOut = new LinkedHashMap<>();
    private final List<FileFinding> unknown = new ArrayList<>();

    Search(LogPlan.Formats plan, Inputs inputs) {
      this.plan = plan;
      this.inputs = inputs;
    }

    FormatsOfRun of(List<FileFinding> findings) {
      findings.forEach(this::sort);
      if (!unknown.isEmpty()) {
        throw UnknownFormats.fault(unknown);
      }
      String usual = mostOften();
      Map<String, String> others = new HashMap<>(formats);
      others.values().removeIf(usual::equals);
      return new FormatsOfRun(
          inputs.only(new HashSet<>(formats.keySet())),
          new FileFormats(usual, others, zone(plan)),
          leftOut,
          notes());
    }

    private void sort(FileFinding found) {
      String file = found.file().name();
      if (found.finding() instanceof Finding.Known known) {
        formats.put(file, known.format());
      } else if (found.finding() instanceof Finding.ErrorLog errors) {
        if (inputs.isNamed(found.file())) {
          throw new InputFault(
              "%s is an error log of %s, not an access log; name the access log, or the folder"
                  .formatted(file, errors.server()));
        }
        leftOut.put(file, "it is an error log of %s".formatted(errors.server()));
      } else if (plan.skipsUnknown()) {
        leftOut.put(file, "its log format is not known; see it with detect");
      } else {
        unknown.add(found);
      }
    }

    private String mostOften() {
      return formats.values().stream()
          .collect(Collectors.groupingBy(format -> format, Collectors.counting()))
          .entrySet()
          .stream()
          .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
          .map(Map.Entry::getKey)
          .orElse(FileFormats.COMBINED.usual());
    }

    private List<String> reasons() {
      return leftOut.entrySet().stream()
          .map(file -> "left out %s: %s".formatted(file.getKey(), file.getValue()))
          .toList();
    }

    private List<String> notes() {
      List<String> notes = new ArrayList<>(reasons());
      if (!USUAL.containsAll(formats.values())) {
        notes.add("log formats found: " + counted());
      }
      return notes;
    }

    private String counted() {
      Map<String, Long> files = new LinkedHashMap<>();
      LogFormats.names().forEach(name -> files.put(name, 0L));
      formats.values().forEach(format -> files.merge(format, 1L, Long::sum));
      return files.entrySet().stream()
          .filter(format -> format.getValue() > 0)
          .map(format -> "%s (files: %,d)".formatted(format.getKey(), format.getValue()))
          .collect(Collectors.joining(", "));
    }
  }
}
