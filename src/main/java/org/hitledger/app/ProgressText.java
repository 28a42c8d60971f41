package org.hitledger.app;

import java.util.Locale;
import org.hitledger.spark.Progress;

/** Progress as one line for a person. */
final class ProgressText {
  private static final double MEGA = 1e6;

  private ProgressText() {}

  /** Without a line end. */
  static String of(Progress now) {
    if (now instanceof Progress.Reading reading) {
      return of(reading);
    }
    String time = time(now.seconds());
    return now instanceof Progress.Work work
        ? format("%s  %,d of %,d tasks  %s", work.purpose(), work.tasksDone(), work.tasks(), time)
        : format("%s  %s", now.purpose(), time);
  }

  private static String of(Progress.Reading now) {
    return format(
        "%s  %,d of %,d files  %,.1f of %,.1f MB  %,.1f MB/s  %s",
        now.purpose(),
        now.filesDone(),
        now.files(),
        now.bytesDone() / MEGA,
        now.bytes() / MEGA,
        now.rate() / MEGA,
        timeLeft(now.secondsLeft()));
  }

  private static String timeLeft(double seconds) {
    return Double.isInfinite(seconds) || Double.isNaN(seconds) ? "" : time(seconds) + " left";
  }

  private static String time(double seconds) {
    return format("%d:%02d", (long) seconds / 60, (long) seconds % 60);
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
