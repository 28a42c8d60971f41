package org.hitledger.plan;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hitledger.detect.FileFinding;
import org.hitledger.detect.Finding;
import org.hitledger.fault.InputFault;
import org.hitledger.text.VisibleText;

/** Says which files are not understood, where they stop being so, and what to do. */
public final class UnknownFormats {
  private static final int MOST_FILES = 20;
  private static final int MOST_CHARACTERS = 400;

  /** What to do about text that is not understood. */
  public static final String GIVE_FORMAT =
      "give the server's own format with --log-format '$remote_addr ...' (LogFormat of Apache, log_format of nginx), or a name (see --help)";

  private static final String GIVE_KEYS =
      "say what the keys of JSON tell with --log-format 'json:time=KEY,target=KEY,host=KEY,status=KEY,bytes=KEY,user_agent=KEY' (time and target are needed)";

  private static final String GIVE_FIELDS =
      "put the line that begins with #Fields: in front, as the server writes it into each file";

  private UnknownFormats() {}

  static InputFault fault(List<FileFinding> files) {
    List<Finding.Unknown> unknown =
        files.stream().map(file -> (Finding.Unknown) file.finding()).toList();
    String shown =
        files.stream()
            .limit(MOST_FILES)
            .map(UnknownFormats::text)
            .collect(Collectors.joining("; "));
    String more =
        files.size() > MOST_FILES ? "; and so on, %,d files in all".formatted(files.size()) : "";
    return new InputFault(
        "%s%s; %s; or leave such files out with --skip-unknown"
            .formatted(shown, more, advice(unknown)));
  }

  private static String advice(List<Finding.Unknown> files) {
    return Stream.of(
            adviceIf(files, GIVE_FORMAT, file -> !hasKeys(file) && !hasFields(file)),
            adviceIf(files, GIVE_KEYS, UnknownFormats::hasKeys),
            adviceIf(files, GIVE_FIELDS, UnknownFormats::hasFields))
        .flatMap(advice -> advice)
        .collect(Collectors.joining("; "));
  }

  private static Stream<String> adviceIf(
      List<Finding.Unknown> files, String advice, Predicate<Finding.Unknown> isMeant) {
    return files.stream().filter(isMeant).map(file -> advice).limit(1);
  }

  private static boolean hasKeys(Finding.Unknown file) {
    return !file.keys().isEmpty();
  }

  private static boolean hasFields(Finding.Unknown file) {
    return file.closest().equals("w3c");
  }

  private static String text(FileFinding file) {
    Finding.Unknown unknown = (Finding.Unknown) file.finding();
    return "%s: its log format is not known; the closest is %s, which %,d of %,d lines fit; %s%s"
        .formatted(
            file.file().name(),
            unknown.closest(),
            unknown.fitting(),
            unknown.lines(),
            unknown.misfit(),
            hasKeys(unknown) ? "; its keys are " + shown(unknown.keys()) : "");
  }

  private static String shown(List<String> keys) {
    String all = VisibleText.of(String.join(", ", keys));
    return all.length() <= MOST_CHARACTERS ? all : all.substring(0, MOST_CHARACTERS) + "...";
  }
}
