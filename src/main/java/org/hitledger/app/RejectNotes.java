package org.hitledger.app;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hitledger.fault.InputFault;
import org.hitledger.logformat.FileFormats;
import org.hitledger.plan.UnknownFormats;
import org.hitledger.product.findings.FileFindings;
import org.hitledger.product.findings.FirstRejected;

/**
 * Says which lines are rejected: the first of each file.
 *
 * @param formats of the files
 * @param isFound whether the formats were found out, not given
 * @param hidesLines whether what lines hold is not shown
 */
record RejectNotes(FileFormats formats, boolean isFound, boolean hidesLines) {
  private static final int MOST_FILES = 20;

  /**
   * Refuses files that were read with a format which most of their lines do not have.
   *
   * @param findings of all files that have something wrong
   * @throws InputFault if there is one
   */
  void requireFitting(List<FileFindings> findings) {
    List<FileFindings> others = findings.stream().filter(FileFindings::isOfAnotherFormat).toList();
    if (!others.isEmpty()) {
      String shown =
          others.stream().limit(MOST_FILES).map(this::misfit).collect(Collectors.joining("; "));
      String more =
          others.size() > MOST_FILES
              ? "; and so on, %,d files in all".formatted(others.size())
              : "";
      throw new InputFault(
          "%s%s; nothing was published; %s; or name the other files alone"
              .formatted(shown, more, advice()));
    }
  }

  private String advice() {
    return isFound
        ? UnknownFormats.GIVE_FORMAT
        : "leave --log-format out, so that the format of each file is found out, or "
            + UnknownFormats.GIVE_FORMAT;
  }

  private String misfit(FileFindings found) {
    return "%s: its log format is not %s: %,d of its %,d lines do not fit; the first is %s"
        .formatted(
            found.file(),
            formats.nameOf(found.file()),
            found.misfits(),
            found.lines(),
            found.rejected().map(this::text).orElse("not known"));
  }

  /** Says it of some files. */
  void tell(List<FileFindings> findings, Consumer<String> notes) {
    List<FileFindings> rejected =
        findings.stream().filter(found -> found.rejected().isPresent()).toList();
    rejected.stream()
        .limit(MOST_FILES)
        .map(
            found ->
                "%s: the first rejected line is %s"
                    .formatted(found.file(), text(found.rejected().orElseThrow())))
        .forEach(notes);
    if (rejected.size() > MOST_FILES) {
      notes.accept("and so on, %,d files with rejected lines in all".formatted(rejected.size()));
    }
  }

  private String text(FirstRejected line) {
    String reason = "%s (%s)".formatted(line.place(), line.reason());
    return hidesLines ? reason : reason + ": " + line.line();
  }
}
