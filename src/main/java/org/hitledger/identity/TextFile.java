package org.hitledger.identity;

import java.util.List;

/**
 * A file whose text was measured.
 *
 * @param name its path with scheme
 * @param stamp what it is from outside
 * @param text what is in it
 * @param end up to where it is to be entered: with a last line without its end, or without it
 * @param damage what hides the rest of it; none if it was read to its end
 */
public record TextFile(
    String name, Stamp stamp, TextSummary text, Entered end, List<Damage> damage) {

  /** Takes a copy. */
  public TextFile {
    damage = List.copyOf(damage);
  }

  /**
   * How it is remembered.
   *
   * @return with all of it that is to be entered
   */
  public SeenFile seen() {
    return new SeenFile(name, stamp, end.bytes(), rest());
  }

  /**
   * What is left for the next time.
   *
   * @return bytes of a last line without its end
   */
  public long rest() {
    return text.total().bytes() - end.bytes();
  }

  boolean isBeginningOf(TextFile longer, DigestAt digests) {
    return longer.end().bytes() >= end.bytes()
        && longer.text().head().beginsWith(text.head(), end.bytes())
        && digests.of(longer.name(), end.bytes()).equals(end.sha256());
  }
}
