package org.hitledger.app;

import static java.util.stream.Collectors.partitioningBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.hitledger.compression.DefectiveFile;
import org.hitledger.identity.Damage;
import org.hitledger.product.stored.StoredHits;

/** Says what was found in compressed files. */
final class DefectNotes {
  private static final int MOST_NOTES = 20;

  private DefectNotes() {}

  /** Says it, and returns what the exit code is because of it. */
  static ExitCode tell(List<DefectiveFile> defects, Consumer<String> notes) {
    tellFirst(defects.stream().map(DefectNotes::note).toList(), notes);
    return defects.stream().anyMatch(DefectiveFile::isDamaged)
        ? ExitCode.LOSSES
        : ExitCode.COMPLETE;
  }

  private static void tellFirst(List<String> all, Consumer<String> notes) {
    all.stream().limit(MOST_NOTES).forEach(notes);
    if (all.size() > MOST_NOTES) {
      notes.accept("and so on, %,d files in all".formatted(all.size()));
    }
  }

  /**
   * Says it of files of an update. What is damaged is no loss where the ledger has all that can be
   * read of it, and more.
   *
   * @param copies the names of such files
   */
  static ExitCode tell(List<DefectiveFile> defects, Set<String> copies, Consumer<String> notes) {
    Map<Boolean, List<DefectiveFile>> areCopies =
        defects.stream().collect(partitioningBy(file -> isDamagedCopy(file, copies)));
    tellFirst(areCopies.get(true).stream().map(DefectNotes::noteOfCopy).toList(), notes);
    return tell(areCopies.get(false), notes);
  }

  private static boolean isDamagedCopy(DefectiveFile file, Set<String> copies) {
    return file.isDamaged() && copies.contains(file.file());
  }

  private static String noteOfCopy(DefectiveFile file) {
    return "%s is damaged: %s; what can be read of it is in the ledger, from another file"
        .formatted(file.file(), file.defect());
  }

  /** Says it of those that earlier runs came upon. */
  static ExitCode tellAgain(StoredHits hits, Consumer<String> notes) {
    List<Damage> damage = hits.damage();
    String advice =
        hits.areOfLedger()
            ? "get a whole copy and run update with it"
            : "get a whole copy and write them anew";
    tellFirst(damage.stream().map(found -> note(found, advice)).toList(), notes);
    return damage.isEmpty() ? ExitCode.COMPLETE : ExitCode.LOSSES;
  }

  private static String note(Damage found, String advice) {
    return "%s was damaged when its hits were written: %s (at byte %,d); what follows is not among them; %s"
        .formatted(found.file(), found.finding(), found.offset(), advice);
  }

  /** What is to be said of a file that is only looked at. */
  static String found(DefectiveFile file) {
    return file.isDamaged()
        ? "%s is damaged: %s; the lines before are all that can be read of it"
            .formatted(file.file(), file.defect())
        : note(file);
  }

  private static String note(DefectiveFile found) {
    return found.isDamaged()
        ? "%s is damaged: %s; the lines before were counted, what follows is lost; get a whole copy"
            .formatted(found.file(), found.defect())
        : "%s: %s; they were ignored".formatted(found.file(), found.defect());
  }
}
