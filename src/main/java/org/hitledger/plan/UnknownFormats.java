package org.hitledger.plan;

import java.util.List;
import java.util.stream.Collectors;
import org.hitledger.detect.FileFinding;
import org.hitledger.detect.Finding;
import org.hitledger.fault.InputFault;

/** Says which files are not understood, where they stop being so, and what to do. */
public final class UnknownFormats {
  private static final int MOST_FILES = 20;

  /** What to do about files that are not understood. */
  public static final String ADVICE =
      "give the server's own format with --log-format '$remote_addr ...' (LogFormat of Apache, log_format of nginx), or a name (see --help); or leave such files out with --skip-unknown";

  private UnknownFormats() {}

  static InputFault fault(List<FileFinding> files) {
    String shown =
        files.stream()
            .limit(MOST_FILES)
            .map(UnknownFormats::text)
            .collect(Collectors.joining("; "));
    String more =
        files.size() > MOST_FILES ? "; and so on, %,d files in all".formatted(files.size()) : "";
    return new InputFault(shown + more + "; " + ADVICE);
  }

  private static String text(FileFinding file) {
    Finding.Unknown unknown = (Finding.Unknown) file.finding();
    return "%s: its log format is not known; the closest is %s, which %,d of %,d lines fit; %s"
        .formatted(
            file.file().name(),
            unknown.closest(),
            unknown.fitting(),
            unknown.lines(),
            unknown.misfit());
  }
}
