package org.hitledger.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hitledger.logformat.Combined;
import org.hitledger.oracle.Oracle;
import org.hitledger.oracle.Oracle.Judgement;
import org.hitledger.rules.Counted;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.PathRules;
import org.hitledger.rules.Verdict;

/**
 * What one side decides on a line, in a form in which two sides can be compared to the byte.
 *
 * @param label the class, by its name in results
 * @param path what a counted line counts for, with one character for each byte; else empty
 */
public record Decision(String label, String path) {

  /** The classes a line can be in for what it says, whatever its length and its file. */
  public static final List<String> LABELS =
      List.of(
          "blank",
          "rejected/no_match",
          "rejected/bad_time",
          "filtered/no_request",
          "filtered/bad_target",
          "filtered/empty_path",
          "filtered/excluded_name",
          "filtered/excluded_extension",
          "filtered/outside_section",
          "counted");

  private static final LineClassifier CLASSIFIER =
      new LineClassifier(
          new PathRules(
              Oracle.defaultSection(), Oracle.defaultNames(), Oracle.defaultExtensions()));

  private static final Oracle ORACLE = Oracle.withDefaults();

  /**
   * What the classifier decides by the default rules.
   *
   * @param line the record without its line end
   * @return its decision
   */
  public static Decision byClassifier(byte[] line) {
    return of(CLASSIFIER.classify(line, Combined.COMBINED.reader()));
  }

  /**
   * What the oracle decides by the default rules.
   *
   * @param line the record without its line end
   * @return its decision
   */
  public static Decision byOracle(byte[] line) {
    Judgement judgement = ORACLE.judge(line);
    return new Decision(judgement.label(), bytewise(judgement.path().getBytes(UTF_8)));
  }

  /**
   * The classifier's words in this form.
   *
   * @param verdict of the classifier, by whatever rules
   * @return the same
   */
  public static Decision of(Verdict verdict) {
    byte[] path = verdict instanceof Counted counted ? counted.path() : new byte[0];
    return new Decision(verdict.outcome().label(), bytewise(path));
  }

  /** One to one, so that two different decisions never look the same. */
  @Override
  public String toString() {
    return path.isEmpty() ? label : label + " " + visible(path);
  }

  /**
   * Bytes as text that can be read, and pasted.
   *
   * @param bytes any
   * @return ASCII; every other byte, and the backslash, as {@code \xHH}
   */
  public static String visible(byte[] bytes) {
    return visible(bytewise(bytes));
  }

  private static String visible(String bytewise) {
    return bytewise.chars().mapToObj(Decision::visible).collect(Collectors.joining());
  }

  private static String visible(int value) {
    boolean printable = value >= ' ' && value <= '~' && value != '\\';
    return printable ? String.valueOf((char) value) : String.format(Locale.ROOT, "\\x%02X", value);
  }

  private static String bytewise(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }
}
