package org.hitledger.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a log that was entered.
 *
 * @param number of the log, from 1, in the order in which logs were entered
 * @param format the name of its log format
 * @param entered how much of it
 * @param endsInLine whether the last line that is entered had no end
 * @param beginning digest of its first line
 * @param headBytes how many of the first bytes {@code head} is of
 * @param head digest of its first bytes
 * @param marks at the ends of some lines
 * @param files where it was seen last
 */
public record KnownLog(
    long number,
    String format,
    Entered entered,
    boolean endsInLine,
    String beginning,
    int headBytes,
    String head,
    List<Mark> marks,
    List<SeenFile> files) {

  /** Takes copies. */
  public KnownLog {
    marks = List.copyOf(marks);
    files = List.copyOf(files);
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
        entered.bytes() > text.complete().bytes(),
        text.head().beginning(),
        headBytes,
        text.head().digest(headBytes),
        text.marks().stream().filter(mark -> mark.bytes() <= entered.bytes()).toList(),
        List.of());
  }

  /**
   * The same log in other files.
   *
   * @param others where it is now
   * @return with these
   */
  public KnownLog withFiles(List<SeenFile> others) {
    return new KnownLog(
        number, format, entered, endsInLine, beginning, headBytes, head, marks, others);
  }

  /** The same log, of which other logs have taken files over. */
  KnownLog withoutFiles(Set<String> names) {
    return withFiles(files.stream().filter(file -> !names.contains(file.name())).toList());
  }

  /** The file of a name, if it had all that is entered. */
  boolean wasWholeIn(String name) {
    return file(name).filter(seen -> seen.bytes() == entered.bytes()).isPresent();
  }

  Optional<SeenFile> file(String name) {
    return files.stream().filter(seen -> seen.name().equals(name)).findFirst();
  }

  /** Whether all that is entered is the beginning of a text. */
  boolean isBeginningOf(TextSummary text) {
    return text.total().isSameText(entered) || (!endsInLine && text.beginsWith(entered));
  }

  /** Whether some text, as far as that can be told by marks, is the beginning of this. */
  boolean mayBeginWith(TextSummary text, Entered wanted) {
    if (wanted.bytes() >= entered.bytes()) {
      return false;
    }
    return marks.stream().allMatch(mark -> agrees(mark, text, wanted));
  }

  private static boolean agrees(Mark mark, TextSummary text, Entered wanted) {
    if (mark.bytes() > wanted.bytes()) {
      return true;
    }
    return mark.bytes() == wanted.bytes()
        ? mark.digest().equals(Mark.digest(wanted.sha256()))
        : text.beginsWith(mark);
  }

  /** Whether the marks tell for sure. */
  boolean hasMarkAt(long bytes) {
    return marks.stream().anyMatch(mark -> mark.bytes() == bytes);
  }

  /** Whether a text begins with the same first bytes, though it may go on otherwise. */
  boolean beginsLike(TextSummary text) {
    return text.head().length() >= headBytes && text.head().digest(headBytes).equals(head);
  }

  /** How far a text is surely equal, in bytes. */
  long equalUpTo(TextSummary text) {
    return marks.stream().takeWhile(text::beginsWith).mapToLong(Mark::bytes).max().orElse(0);
  }
}
