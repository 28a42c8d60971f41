package org.hitledger.page;

import java.util.Arrays;
import org.hitledger.report.Series;

/**
 * How the accesses of a row lie in time, as a picture of a word's size.
 *
 * @param outline of bars without gaps, as a path of SVG in a box of 40 by 20
 * @param label what it shows, in words
 */
public record Sparkline(String outline, String label) {
  private static final int WIDTH = 40;
  private static final int HEIGHT = 20;

  /** Of a part, over the time of the whole. */
  static Sparkline of(Series part, Series whole) {
    return new Sparkline(outline(part.parts(whole, WIDTH)), "most in " + part.busiest());
  }

  /** A bar is as high as the accesses in its part of the time; none vanishes. */
  private static String outline(long[] parts) {
    long most = Arrays.stream(parts).max().orElse(0);
    var outline = new StringBuilder("M0 ").append(HEIGHT);
    long last = -1;
    for (int i = 0; i < parts.length; i++) {
      long top = HEIGHT - (parts[i] * HEIGHT + most - 1) / most;
      if (top != last) {
        outline.append('H').append(i * WIDTH / parts.length).append('V').append(top);
        last = top;
      }
    }
    return outline.append('H').append(WIDTH).append('V').append(HEIGHT).append('Z').toString();
  }
}
