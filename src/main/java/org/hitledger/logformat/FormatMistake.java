package org.hitledger.logformat;

import java.util.List;
import org.hitledger.fault.UsageFault;
import org.hitledger.text.VisibleText;

/** Says what is wrong with a format's string, and where, with a caret below the place. */
final class FormatMistake {
  private FormatMistake() {}

  /**
   * A mistake at a place.
   *
   * @param string as it was given
   * @param at index of the character
   * @param what is wrong with it, and what to do
   * @return to be thrown
   */
  static UsageFault at(String string, int at, String what) {
    String before = VisibleText.of(string.substring(0, at));
    String line = before + VisibleText.of(string.substring(at));
    return new UsageFault(
        "--log-format: " + what, List.of(line, " ".repeat(before.length()) + "^"));
  }
}
