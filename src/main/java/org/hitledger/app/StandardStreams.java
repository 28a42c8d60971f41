package org.hitledger.app;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.BooleanSupplier;
import org.hitledger.fault.OutputFault;
import org.hitledger.render.RowFormat;
import org.hitledger.rows.Rows;
import org.hitledger.spark.Progress;
import org.hitledger.text.VisibleText;

/** The two streams of the command, and what is shown on them while it runs. */
public final class StandardStreams {
  private final PrintStream out;
  private final PrintStream err;
  private final BooleanSupplier isLeft;
  private final ProgressLine progress;

  /**
   * Two streams.
   *
   * @param out for results
   * @param err for everything else
   */
  public StandardStreams(PrintStream out, PrintStream err) {
    this(out, err, () -> false);
  }

  /**
   * Two streams, of which the first has a reader who may say that it is enough.
   *
   * @param out for results
   * @param err for everything else
   * @param isLeft whether its reader wants to see no more
   */
  public StandardStreams(PrintStream out, PrintStream err, BooleanSupplier isLeft) {
    this.out = out;
    this.err = err;
    this.isLeft = isLeft;
    this.progress = new ProgressLine(err, System::nanoTime);
  }

  /** Prints a text of ours to standard output. */
  void print(String text) {
    progress.aside(() -> out.print(text));
    requireWritten();
  }

  /** Prints rows to standard output; a terminal gets nothing that it would obey, in any format. */
  void print(Rows rows, RowFormat format) {
    // The other formats escape for themselves; and what a program reads is not touched.
    boolean isRaw = format == RowFormat.TSV || format == RowFormat.CSV;
    boolean isWatched = (isRaw || showsProgress()) && isTerminal("1");
    Rows wanted = rows.until(isLeft);
    Runnable printing = () -> format.print(isRaw && isWatched ? wanted.visible() : wanted, out);
    if (isWatched) {
      progress.aside(printing);
    } else {
      printing.run();
    }
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
    progress.aside(() -> err.println("hitledger: " + VisibleText.of(note)));
  }

  /**
   * Shows a line below a note. Indented, so that nothing in it forges a note.
   *
   * @param line of a picture
   */
  public void picture(String line) {
    progress.aside(() -> err.println("  " + VisibleText.of(line)));
  }

  /**
   * For bugs only: shows where one happened. Indented, so that no message in it forges a note.
   *
   * @param failure the bug
   */
  public void trace(Throwable failure) {
    var trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    trace.toString().lines().forEach(line -> picture(line.replace('\t', ' ')));
  }

  void balance(String text) {
    progress.aside(() -> err.print(text));
  }

  /**
   * Whether a person is at the other end; System.console() answers for another stream. POSIX's
   * test(1) asks for us: it gets our own streams.
   */
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

  /** Shows a person at a terminal how far it is, from now on. */
  void beginProgress() {
    if (isTerminal("2")) {
      progress.begin();
    }
  }

  /** Shows it no more, and leaves nothing of it behind. */
  public void endProgress() {
    progress.end();
  }

  /** Whether a person watches. */
  boolean showsProgress() {
    return progress.isOn();
  }

  /** What is being done from now on. */
  void progress(String purpose) {
    progress(new Progress.Step(purpose, 0));
  }

  /** How far it is. */
  void progress(Progress now) {
    progress.show(now);
  }
}
