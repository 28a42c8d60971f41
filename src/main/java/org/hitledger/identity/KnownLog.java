package org.hitledger.identity;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of a log that was entered.
 *
 * @param number of the log, from 1, in the order in which logs were entered
 * @param format the name of its log format
 * @param entered how much of it
 * @param withEnd the same, with the end of its last line if that had none
 * @param beginning digest of its first line
 * @param headBytes how many of the first bytes {@code head} is of
 * @param head digest of its first bytes
 * @param marks at the ends of some lines, by their places in bytes: digests of all before
 * @param files where it was seen last
 * @param damage what hides the rest of it in the file where it was seen last; none if it was read
 *     to its end there, or in another one
 */
public record KnownLog(
    long number,
    String format,
    Entered entered,
    Entered withEnd,
    String beginning,
    int headBytes,
    String head,
    SortedMap<Long, String> marks,
    List<SeenFile> files,
    List<Damage> damage) {

  /** Takes copies. */
  public KnownLog {
    marks = Collections.unmodifiableSortedMap(new TreeMap<>(marks));
    files = List.copyOf(files);
    damage = List.copyOf(damage);
  }

  /**
   * What is known of a log once a file is entered up to some place.
   *
   * @param number of the log
   * @param format its log format
   * @param file the file, as measured
   * @param entered how much of it
   * @return without any file
   */
  public static KnownLog of(long number, String format, TextFile file, Entered entered) {
    TextSummary text = file.text();
    int headBytes = (int) Math.min(text.head().length(), entered.bytes());
    return new KnownLog(
        number,
        format,
        entered,
        entered.bytes() > text.complete().bytes() ? text.withEnd() : entered,
        text.head().beginning(),
        headBytes,
        text.head().digest(headBytes),
        text.marks().headMap(entered.bytes() + 1),
        List.of(),
        file.damage());
  }

  /**
   * The same log in other files.
   *
   * @param others where it is now
   * @return with these
   */
  public KnownLog withFiles(List<SeenFile> others) {
    return new KnownLog(
        number, format, entered, withEnd, beginning, headBytes, head, marks, others, damage);
  }

  KnownLog withDamage(List<Damage> found) {
    return new KnownLog(
        number, format, entered, withEnd, beginning, headBytes, head, marks, files, found);
  }

  /** The same log, of which other logs have taken files over. */
  KnownLog withoutFiles(Set<String> names) {
    return withFiles(files.stream().filter(file -> !names.contains(file.name())).toList());
  }

  /** The file of a name, if it had all that is entered. */
  boolean wasWholeIn(String name) {
    return file(name).filter(seen -> seen.bytes() == entered.bytes()).isPresent();
  }

  /**
   * The log in one of its files.
   *
   * @param name the file's path with scheme
   * @return how it was seen there; nothing if it was not
   */
  public Optional<SeenFile> file(String name) {
    return files.stream().filter(seen -> seen.name().equals(name)).findFirst();
  }

  /**
   * Whether the last line that is entered had no end.
   *
   * @return true if its file was packed, or seemed to be whole
   */
  public boolean endsInLine() {
    return !withEnd.equals(entered);
  }

  /** Whether all that is entered is the beginning of a text. */
  boolean isBeginningOf(TextSummary text) {
    return text.total().isSameText(entered) || text.beginsWith(withEnd);
  }

  /** Whether some text, as far as that can be told by marks, is the beginning of this. */
  boolean mayBeginWith(TextSummary text, Entered wanted) {
    if (wanted.bytes() >= entered.bytes()) {
      return false;
    }
    String digest = Mark.digest(wanted.sha256());
    return marks.headMap(wanted.bytes()).entrySet().stream()
            .allMatch(mark -> text.beginsWith(mark.getKey(), mark.getValue()))
        && marks.getOrDefault(wanted.bytes(), digest).equals(digest);
  }

  /** Whether the marks tell for sure. */
  boolean hasMarkAt(long bytes) {
    return marks.containsKey(bytes);
  }

  /** Whether a text may be this log, or its beginning, as far as its first bytes tell. */
  boolean mayBegin(Head other) {
    return other.length() < headBytes || other.digest(headBytes).equals(head);
  }

  /** Whether a text begins with the same first bytes, though it may go on otherwise. */
  boolean beginsLike(TextSummary text) {
    return text.head().length() >= headBytes && text.head().digest(headBytes).equals(head);
  }

  /** Whether a text has the same first record, which tells a time: it is no other log's. */
  boolean hasFirstRecordOf(TextSummary text) {
    return text.hasRecord() && equalUpTo(text) >= text.firstRecord();
  }

  /** How far a text is surely equal, in bytes. */
  long equalUpTo(TextSummary text) {
    return marks.entrySet().stream()
        .takeWhile(mark -> text.beginsWith(mark.getKey(), mark.getValue()))
        .mapToLong(Map.Entry::getKey)
        .max()
        .orElse(0);
  }
}
