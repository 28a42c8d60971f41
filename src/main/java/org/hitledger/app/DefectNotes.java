package org.hitledger.app;

import java.util.List;
import java.util.function.Consumer;
import org.hitledger.compression.DefectiveFile;
import org.hitledger.publish.Manifest;

/** Says what was found in compressed files. */
final class DefectNotes {
  private static final int MOST_NOTES = 20;

  private DefectNotes() {}

  /** Says it, and returns what the exit code is because of it. */
  static ExitCode tell(List<DefectiveFile> defects, Consumer<String> notes) {
    defects.stream().limit(MOST_NOTES).map(DefectNotes::note).forEach(notes);
    if (defects.size() > MOST_NOTES) {
      notes.accept("and so on, %,d files in all".formatted(defects.size()));
    }
    return defects.stream().anyMatch(DefectiveFile::isDamaged)
        ? ExitCode.LOSSES
        : ExitCode.COMPLETE;
  }

  /** Says it of those that an earlier run came upon. */
  static ExitCode tellAgain(List<Manifest.Damaged> damaged, Consumer<String> notes) {
    damaged.stream().limit(MOST_NOTES).map(DefectNotes::note).forEach(notes);
    if (damaged.size() > MOST_NOTES) {
      notes.accept("and so on, %,d files in all".formatted(damaged.size()));
    }
    return damaged.isEmpty() ? ExitCode.COMPLETE : ExitCode.LOSSES;
  }

  private static String note(Manifest.Damaged found) {
    return "%s was damaged when its hits were written: %s (at byte %,d); what follows is not among them; get a whole copy and write them anew"
        .formatted(found.file(), found.finding(), found.offset());
  }

  private static String note(DefectiveFile found) {
    return found.isDamaged()
        ? "%s is damaged: %s; the lines before were counted, what follows is lost; get a whole copy"
            .formatted(found.file(), found.defect())
        : "%s: %s; they were ignored".formatted(found.file(), found.defect());
  }
}
