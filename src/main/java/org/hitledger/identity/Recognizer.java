package org.hitledger.identity;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what files are, in this order: as they were; a known log, renamed, packed or grown; the
 * beginning of one, as a copy or cut; a known log that was changed; a new one. Of several known
 * logs that fit, the longest is meant, but for a copy, which stays one of the same log.
 */
public final class Recognizer {
  private final KnownLogs known;
  private final DigestAt digests;
  private final List<Recognition> recognised = new ArrayList<>();

  /** In which file the known logs are whole, by their numbers. */
  private final Map<Long, String> wholeIn = new HashMap<>();

  private Recognizer(KnownLogs known, DigestAt digests) {
    this.known = known;
    this.digests = digests;
  }

  /**
   * Tells what files are.
   *
   * @param known all logs that were entered
   * @param unchanged the names of files that are as they were
   * @param files all others, measured where {@link KnownLogs#placesToMeasure} says
   * @param digests to look once more into one of all these
   * @return one for each, by name
   */
  public static List<Recognition> recognise(
      KnownLogs known, List<String> unchanged, List<TextFile> files, DigestAt digests) {
    var recognizer = new Recognizer(known, digests);
    unchanged.forEach(recognizer::addUnchanged);
    recognizer.addAll(files);
    return recognizer.recognised.stream().sorted(comparing(Recognition::name)).toList();
  }

  private void addUnchanged(String name) {
    KnownLog log = known.seenIn(name).orElseThrow();
    recognised.add(new Recognition.Unchanged(name, log));
    if (log.wasWholeIn(name)) {
      wholeIn.put(log.number(), name);
    }
  }

  private void addAll(List<TextFile> files) {
    Map<Long, List<TextFile>> continuations = new LinkedHashMap<>();
    List<TextFile> others = new ArrayList<>();
    for (TextFile file : files) {
      Optional<KnownLog> log = longestBeginning(file);
      if (file.end().bytes() == 0) {
        recognised.add(new Recognition.Empty(file));
      } else if (log.isPresent()) {
        continuations.computeIfAbsent(log.get().number(), n -> new ArrayList<>()).add(file);
      } else {
        others.add(file);
      }
    }
    List<TextFile> parted = new ArrayList<>();
    continuations.values().forEach(group -> parted.addAll(addContinuations(group)));
    others.stream().filter(file -> !isOfKnownLog(file)).forEach(parted::add);
    addNew(parted);
  }

  private Optional<KnownLog> longestBeginning(TextFile file) {
    return known.beginningWith(file.text().head()).stream()
        .filter(log -> log.isBeginningOf(file.text()))
        .max(comparingLong(log -> log.entered().bytes()));
  }

  /** The files that go on from one log. Returns those that go on otherwise than the log does. */
  private List<TextFile> addContinuations(List<TextFile> group) {
    KnownLog log = longestBeginning(group.get(0)).orElseThrow();
    TextFile main = continuationOf(log, group);
    wholeIn.put(log.number(), main.name());
    List<TextFile> parted = new ArrayList<>();
    for (TextFile file : group) {
      if (file.end().bytes() <= log.withEnd().bytes()) {
        recognised.add(new Recognition.Known(file, log));
      } else if (file.equals(main)) {
        recognised.add(new Recognition.Grown(file, log));
      } else if (file.isBeginningOf(main, digests)) {
        recognised.add(new Recognition.Copy(file, main.name()));
      } else {
        parted.add(file);
      }
    }
    return parted;
  }

  /**
   * The file that the log was seen in goes before others; then what is longer and goes on from it.
   */
  private TextFile continuationOf(KnownLog log, List<TextFile> group) {
    List<TextFile> longestLast =
        group.stream()
            .sorted(
                comparingLong((TextFile file) -> file.end().bytes()).thenComparing(TextFile::name))
            .toList();
    TextFile main =
        longestLast.stream()
            .filter(file -> log.wasWholeIn(file.name()))
            .reduce((shorter, longer) -> longer)
            .orElse(longestLast.get(longestLast.size() - 1));
    for (TextFile file : longestLast) {
      if (file.end().bytes() > main.end().bytes() && main.isBeginningOf(file, digests)) {
        main = file;
      }
    }
    return main;
  }

  private boolean isOfKnownLog(TextFile file) {
    Optional<Recognition> found = cut(file).or(() -> changed(file));
    found.ifPresent(recognised::add);
    return found.isPresent();
  }

  private Optional<Recognition> cut(TextFile file) {
    List<KnownLog> longer =
        known.beginningWith(file.text().head()).stream()
            .filter(log -> log.mayBeginWith(file.text(), file.end()))
            .sorted(sameLogFirst(file).thenComparing(comparingLong(log -> -log.entered().bytes())))
            .toList();
    for (KnownLog log : longer) {
      Optional<String> whole = Optional.ofNullable(wholeIn.get(log.number()));
      if (whole.isPresent() && isBeginning(file, log, whole.get())) {
        return Optional.of(new Recognition.Copy(file, whole.get()));
      }
    }
    // Where the marks do not tell for sure, a person has to: to enter it could double lines.
    return longer.stream()
        .filter(log -> !wholeIn.containsKey(log.number()))
        .findFirst()
        .map(log -> beginning(file, log));
  }

  /** The log that a file was the beginning of goes before one that has become longer since. */
  private Comparator<KnownLog> sameLogFirst(TextFile file) {
    Optional<KnownLog> before = known.seenIn(file.name());
    return comparing(log -> !before.equals(Optional.of(log)));
  }

  private static Recognition beginning(TextFile file, KnownLog log) {
    return file.damage().isEmpty()
        ? new Recognition.Shorter(file, log)
        : new Recognition.DamagedCopy(file, log);
  }

  private boolean isBeginning(TextFile file, KnownLog log, String whole) {
    return log.hasMarkAt(file.end().bytes())
        || digests.of(whole, file.end().bytes()).equals(file.end().sha256());
  }

  private Optional<Recognition> changed(TextFile file) {
    return known
        .seenIn(file.name())
        .filter(log -> log.wasWholeIn(file.name()))
        .filter(log -> log.beginsLike(file.text()) || log.hasFirstRecordOf(file.text()))
        .or(() -> goneOnInLine(file))
        .or(() -> salvagedBefore(file))
        .map(log -> new Recognition.Changed(file, log, log.equalUpTo(file.text())));
  }

  /** A log whose last line was entered without its end, and has more to say now. */
  private Optional<KnownLog> goneOnInLine(TextFile file) {
    return known.beginningWith(file.text().head()).stream()
        .filter(log -> log.endsInLine() && file.text().beginsWith(log.entered()))
        .findFirst();
  }

  /**
   * A log of which more was entered than was right: what a damaged file gives before its damage is
   * noticed can be garbage.
   */
  private Optional<KnownLog> salvagedBefore(TextFile file) {
    return known.beginningWith(file.text().head()).stream()
        .filter(log -> !log.damage().isEmpty() && log.beginsLike(file.text()))
        .findFirst();
  }

  /** The longest first: what another one begins with is a copy. */
  private void addNew(List<TextFile> files) {
    Map<String, List<TextFile>> byBeginning = new HashMap<>();
    files.stream()
        .sorted(comparingLong((TextFile file) -> -file.end().bytes()).thenComparing(TextFile::name))
        .forEach(
            file ->
                addNew(
                    file,
                    byBeginning.computeIfAbsent(
                        file.text().head().beginning(), beginning -> new ArrayList<>())));
  }

  private void addNew(TextFile file, List<TextFile> longer) {
    Optional<TextFile> whole =
        longer.stream().filter(other -> file.isBeginningOf(other, digests)).findFirst();
    if (whole.isPresent()) {
      recognised.add(new Recognition.Copy(file, whole.get().name()));
    } else {
      recognised.add(new Recognition.New(file));
      longer.add(file);
    }
  }
}
