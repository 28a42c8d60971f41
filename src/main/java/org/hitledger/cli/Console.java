package org.hitledger.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.Locale;
import org.hitledger.fault.OutputFault;
import org.hitledger.report.Format;
import org.hitledger.report.PathCount;
import org.hitledger.report.RowFormat;
import org.hitledger.report.Rows;
import org.hitledger.report.VisibleText;
import org.hitledger.session.Progress;

/** The two streams of the command, and what is shown on them while it runs. */
final class Console {
  private static final double MEGA = 1e6;
  private static final String CLEAR_LINE = "\r\u001B[K";

  private final PrintStream out;
  private final PrintStream err;
  private boolean showsProgress;

  Console(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Prints the result; a terminal gets nothing that it would obey, in any format. */
  void result(Iterator<PathCount> rows, Format format) {
    // The other formats escape for themselves; and what a program reads is not touched.
    format.print(format == Format.TSV && isTerminal("1") ? visible(rows) : rows, out);
    requireWritten();
  }

  /** Prints the rows of a query; a terminal gets nothing that it would obey, in any format. */
  void rows(Rows rows, RowFormat format) {
    format.print(format == RowFormat.CSV && isTerminal("1") ? rows.visible() : rows, out);
    requireWritten();
  }

  private void requireWritten() {
    if (out.checkError()) {
      throw new OutputFault(
          "standard output could not be written to its end; is there space where it goes?");
    }
  }

  private static Iterator<PathCount> visible(Iterator<PathCount> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public PathCount next() {
        PathCount row = rows.next();
        return new PathCount(row.period(), VisibleText.of(row.path()), row.count());
      }
    };
  }

  void note(String note) {
    endProgress();
    err.println("hitledger: " + VisibleText.of(note));
  }

  /** For bugs only: shows where one happened. Indented, so that no message in it forges a note. */
  void trace(Throwable failure) {
    endProgress();
    var trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    trace
        .toString()
        .lines()
        .forEach(line -> err.println("  " + VisibleText.of(line.replace('\t', ' '))));
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
