package org.hitledger.app;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import org.hitledger.fault.OutputFault;
import org.hitledger.render.RowFormat;
import org.hitledger.rows.Rows;
import org.hitledger.spark.Progress;
import org.hitledger.text.VisibleText;

/** The two streams of the command, and what is shown on them while it runs. */
public final class StandardStreams {
  private static final double MEGA = 1e6;
  private static final String CLEAR_LINE = "\r\u001B[K";

  private final PrintStream out;
  private final PrintStream err;
  private boolean showsProgress;

  /**
   * Two streams.
   *
   * @param out for results
   * @param err for everything else
   */
  public StandardStreams(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Prints a text of ours to standard output. */
  void print(String text) {
    out.print(text);
    requireWritten();
  }

  /** Prints rows to standard output; a terminal gets nothing that it would obey, in any format. */
  void print(Rows rows, RowFormat format) {
    // The other formats escape for themselves; and what a program reads is not touched.
    boolean isRaw = format == RowFormat.TSV || format == RowFormat.CSV;
    format.print(isRaw && isTerminal("1") ? rows.visible() : rows, out);
    requireWritten();
  }

  private void requireWritten() {
    if (out.checkError()) {
      throw new OutputFault(
          "standard output could not be written to its end; is there space where it goes?");
    }
  }

  /**
   * Tells the user something, on standard error.
   *
   * @param note one sentence
   */
  public void note(String note) {
    endProgress();
    err.println("hitledger: " + VisibleText.of(note));
  }

  /**
   * Shows a line below a note. Indented, so that nothing in it forges a note.
   *
   * @param line of a picture
   */
  public void picture(String line) {
    err.println("  " + VisibleText.of(line));
  }

  /**
   * For bugs only: shows where one happened. Indented, so that no message in it forges a note.
   *
   * @param failure the bug
   */
  public void trace(Throwable failure) {
    endProgress();
    var trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    trace.toString().lines().forEach(line -> picture(line.replace('\t', ' ')));
  }

  void balance(String text) {
    err.print(text);
  }

  /** Whether a person watches standard error; System.console() answers for another stream. */
  static boolean errIsTerminal() {
    return isTerminal("2");
  }

  /** POSIX's test(1) asks for us: it gets our own standard error. */
  private static boolean isTerminal(String descriptor) {
    try {
      return new ProcessBuilder("test", "-t", descriptor)
              .redirectOutput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  synchronized void progress(Progress now) {
    showsProgress = true;
    err.print(
        CLEAR_LINE
            + String.format(
                Locale.ROOT,
                "%,d of %,d files  %,.1f of %,.1f MB  %,.1f MB/s  %s",
                now.filesDone(),
                now.files(),
                now.bytesDone() / MEGA,
                now.bytes() / MEGA,
                now.rate() / MEGA,
                timeLeft(now.secondsLeft())));
    err.flush();
  }

  private static String timeLeft(double seconds) {
    return Double.isInfinite(seconds) || Double.isNaN(seconds)
        ? ""
        : "%d:%02d left".formatted((long) seconds / 60, (long) seconds % 60);
  }

  synchronized void endProgress() {
    if (showsProgress) {
      err.print(CLEAR_LINE);
      err.flush();
      showsProgress = false;
    }
  }
}
