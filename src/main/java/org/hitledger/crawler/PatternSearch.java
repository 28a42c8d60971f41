package org.hitledger.crawler;

import java.io.Serializable;
import java.util.List;
import org.hitledger.bytes.Ascii;
import org.hitledger.bytes.ByteSlice;

/**
 * Looks for many texts at once, in time linear in the length of what is searched, however many they
 * are (Aho and Corasick, <em>Efficient string matching</em>, 1975). The steps of a state lie in one
 * array for all states, shifted so that no two are in the same place (Aoe, <em>An efficient digital
 * search algorithm by using a double-array structure</em>, 1989): a state is its place there, and
 * the next one a look at one place.
 */
final class PatternSearch implements Serializable {
  /** Instead of the place of a pattern in the list. */
  static final int NONE = Integer.MAX_VALUE;

  private static final long serialVersionUID = 1L;
  private static final int START = 0;

  private final int[] shifts;
  private final int[] owners;
  private final int[] fallbacks;
  private final int[] firsts;

  /**
   * A search as it was built.
   *
   * @param shifts where the steps of each state begin
   * @param owners which state leads to each, by one step
   * @param fallbacks the state of the longest end of what led to each that begins a pattern
   * @param firsts the first in the list of the patterns that end at each
   */
  PatternSearch(int[] shifts, int[] owners, int[] fallbacks, int[] firsts) {
    this.shifts = shifts;
    this.owners = owners;
    this.fallbacks = fallbacks;
    this.firsts = firsts;
  }

  /** A search for texts, of which the first is the one that counts. */
  static PatternSearch of(List<byte[]> patterns) {
    var trie = new Trie();
    for (int i = 0; i < patterns.size(); i++) {
      trie.add(patterns.get(i), i);
    }
    return trie.search();
  }

  /** The first in the list of those patterns that a text contains. */
  int firstIn(ByteSlice text) {
    byte[] bytes = text.array();
    int state = START;
    int first = NONE;
    for (int i = text.from(); i < text.to(); i++) {
      state = next(state, Ascii.lower(bytes[i]) & 0xFF);
      first = Math.min(first, firsts[state]);
    }
    return first;
  }

  private int next(int from, int step) {
    int state = from;
    while (true) {
      int next = shifts[state] + step;
      if (owners[next] == state) {
        return next;
      }
      if (state == START) {
        return START;
      }
      state = fallbacks[state];
    }
  }
}
