package org.hitledger.app;

import java.io.PrintStream;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.hadoop.util.ShutdownHookManager;
import org.hitledger.spark.Progress;

/**
 * The last line of a terminal, which says how far the run is. It is drawn anew when there is news,
 * and once a second without, so that its time goes on. What else is printed goes through {@link
 * #aside}. Off until it is begun, and without a terminal always.
 */
final class ProgressLine {
  private static final String CLEAR = "\r\u001B[K";

  /** A line longer than the terminal is wide would leave its first part behind. */
  private static final String WITHOUT_WRAP = "\u001B[?7l%s\u001B[?7h";

  private static final long TICK_MILLIS = 1_000;

  private final PrintStream terminal;
  private final LongSupplier nanoTime;
  private Optional<Timer> ticker = Optional.empty();
  private Optional<Progress> now = Optional.empty();
  private long nowNanos;
  private long drawnNanos;
  private boolean isDrawn;
  private int aside;

  /**
   * Off.
   *
   * @param nanoTime the clock, as {@link System#nanoTime} is one
   */
  ProgressLine(PrintStream terminal, LongSupplier nanoTime) {
    this.terminal = terminal;
    this.nanoTime = nanoTime;
  }

  /** Whether a person watches. */
  synchronized boolean isOn() {
    return ticker.isPresent();
  }

  /** Turns it on, if it was off. */
  synchronized void begin() {
    if (ticker.isEmpty()) {
      var clock = new Timer("progress", true);
      clock.schedule(ticks(), TICK_MILLIS, TICK_MILLIS / 2);
      ticker = Optional.of(clock);
    }
  }

  private TimerTask ticks() {
    return new TimerTask() {
      @Override
      public void run() {
        tick();
      }
    };
  }

  /** Turns it off, and leaves nothing behind. */
  synchronized void end() {
    clear();
    now = Optional.empty();
    ticker.ifPresent(Timer::cancel);
    ticker = Optional.empty();
  }

  /** Shows the latest; does nothing where it is off. */
  synchronized void show(Progress latest) {
    if (isOn()) {
      now = Optional.of(latest);
      nowNanos = nanoTime.getAsLong();
      draw();
    }
  }

  /** Prints something else, while there is no such line. */
  void aside(Runnable printing) {
    change(1);
    try {
      printing.run();
    } finally {
      change(-1);
    }
  }

  private synchronized void change(int more) {
    clear();
    aside += more;
  }

  /** Draws it anew, if it was not for a second. */
  synchronized void tick() {
    if (nanoTime.getAsLong() - drawnNanos >= TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS)) {
      draw();
    }
  }

  private void draw() {
    // A process that is told to stop has other things to say.
    if (aside > 0 || now.isEmpty() || ShutdownHookManager.get().isShutdownInProgress()) {
      return;
    }
    drawnNanos = nanoTime.getAsLong();
    String text = ProgressText.of(now.get().after((drawnNanos - nowNanos) / 1e9));
    terminal.print(CLEAR + WITHOUT_WRAP.formatted(text));
    terminal.flush();
    isDrawn = true;
  }

  private void clear() {
    if (isDrawn) {
      terminal.print(CLEAR);
      terminal.flush();
      isDrawn = false;
    }
  }
}
