package org.hitledger.property;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hitledger.testing.Decision;

/**
 * A line in its parts, so that one can be changed and all others kept. A part is a string with one
 * character for each byte.
 *
 * @param fields the fields without their marks, seven or nine
 * @param gaps what stands between each two of them
 * @param after what stands behind the last
 */
record Line(List<String> fields, List<String> gaps, String after) {

  /** A line with its fields one space apart. */
  static Line of(List<String> fields) {
    return new Line(fields, List.of(), "");
  }

  String text(Field field) {
    return fields.get(field.ordinal());
  }

  boolean isCombined() {
    return fields.size() > Field.REFERER.ordinal();
  }

  Line with(Field field, String text) {
    return withAll(Map.of(field, text));
  }

  /** The same with other fields, as far as it has them. */
  Line withAll(Map<Field, String> texts) {
    List<String> changed = new ArrayList<>(fields);
    texts.forEach(
        (field, text) -> {
          if (field.ordinal() < changed.size()) {
            changed.set(field.ordinal(), text);
          }
        });
    return new Line(changed, gaps, after);
  }

  /** The same fields, so far apart; a gap that is not given is one space. */
  Line withGaps(List<String> wanted) {
    return new Line(fields, wanted, after);
  }

  Line withAfter(String text) {
    return new Line(fields, gaps, text);
  }

  /** The same with a referer and an agent, which make it Combined. */
  Line withTail(String referer, String agent) {
    List<String> all = new ArrayList<>(fields.subList(0, Field.REFERER.ordinal()));
    all.addAll(List.of(referer, agent));
    return new Line(all, gaps, after);
  }

  /** The line as it would stand in a file, without its end. */
  byte[] bytes() {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < fields.size(); i++) {
      line.append(i == 0 ? "" : gapBefore(i)).append(Field.values()[i].marked(fields.get(i)));
    }
    return line.append(after).toString().getBytes(ISO_8859_1);
  }

  private String gapBefore(int field) {
    return field <= gaps.size() ? gaps.get(field - 1) : " ";
  }

  /** What the classifier decides on it. */
  Decision decision() {
    return Decision.byClassifier(bytes());
  }

  @Override
  public String toString() {
    return Decision.visible(bytes());
  }
}
