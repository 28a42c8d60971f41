package org.hitledger.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hitledger.access.Access;
import org.hitledger.access.UrlParts;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.logformat.Combined;
import org.hitledger.logformat.LineReader;
import org.hitledger.oracle.Oracle;
import org.hitledger.rules.AccessCriteria;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.PathRules;
import org.hitledger.testing.Decision;

/**
 * What changes in a line and must not change what it counts as. No oracle is asked: the classifier
 * is held against itself, so that a misreading of both sides would show here.
 */
class MetamorphicPropertyTest {

  private static final PathRules RULES =
      new PathRules(Oracle.defaultSection(), Oracle.defaultNames(), Oracle.defaultExtensions());

  private static final LineReader READER = Combined.COMBINED.reader();

  @Property
  void more_space_between_fields(
      @ForAll("wellFormed") Line line, @ForAll("gaps") List<String> gaps) {
    assertThat(line.withGaps(gaps).decision()).isEqualTo(line.decision());
  }

  @Property
  void more_space_around_the_words_of_a_request(
      @ForAll("wellFormed") Line line, @ForAll("space") String space) {
    String request = space + line.text(Field.REQUEST).replace(" ", space) + space;
    assertThat(line.with(Field.REQUEST, request).decision()).isEqualTo(line.decision());
  }

  @Property
  void space_behind_a_common_line(@ForAll("common") Line line, @ForAll("space") String space) {
    assertThat(line.withAfter(space).decision()).isEqualTo(line.decision());
  }

  @Property
  void anything_behind_the_agent(@ForAll("combined") Line line, @ForAll("bytes") String after) {
    assertThat(line.withAfter(after).decision()).isEqualTo(line.decision());
  }

  @Property
  void another_client_answer_and_tail(
      @ForAll("wellFormed") Line line, @ForAll("wellFormed") Line other) {
    Line changed =
        other.with(Field.TIME, line.text(Field.TIME)).with(Field.REQUEST, line.text(Field.REQUEST));
    assertThat(changed.decision()).isEqualTo(line.decision());
  }

  @Property
  void another_method_and_protocol(
      @ForAll("targets") String target,
      @ForAll("methods") String method,
      @ForAll("protocols") String protocol) {
    assertThat(pathIn(method + " " + target + " " + protocol)).isEqualTo(pathOf(target));
  }

  @Property
  void a_query(@ForAll("targets") String target, @ForAll("word") String query) {
    assertThat(pathOf(target + "?" + query)).isEqualTo(pathOf(target));
  }

  @Property
  void a_fragment(@ForAll("targets") String target, @ForAll("word") String fragment) {
    assertThat(pathOf(target + "#" + fragment)).isEqualTo(pathOf(target));
  }

  @Property
  void parameters_of_the_last_segment(
      @ForAll("pathTargets") String target, @ForAll("parameters") String parameters) {
    assertThat(pathOf(target + parameters)).isEqualTo(pathOf(target)).isPresent();
  }

  @Property
  void a_limit_on_the_length_of_lines_that_are_not_longer(
      @ForAll("hostile") Line line, @ForAll @IntRange(max = 200) int limit) {
    byte[] bytes = line.bytes();
    boolean endsWithCr = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
    boolean isTooLong = bytes.length - (endsWithCr ? 1 : 0) > limit;
    Decision expected = isTooLong ? new Decision("rejected/too_long", "") : line.decision();
    assertThat(
            Decision.of(
                new LineClassifier(RULES, AccessCriteria.NONE, limit).classify(bytes, READER)))
        .isEqualTo(expected);
  }

  @Provide
  Arbitrary<Line> hostile() {
    return Lines.hostile();
  }

  @Provide
  Arbitrary<Line> wellFormed() {
    return Lines.wellFormed();
  }

  @Provide
  Arbitrary<Line> common() {
    return Lines.common();
  }

  @Provide
  Arbitrary<Line> combined() {
    return Lines.combined();
  }

  @Provide
  Arbitrary<List<String>> gaps() {
    return Lines.gaps();
  }

  @Provide
  Arbitrary<String> space() {
    return Texts.space();
  }

  @Provide
  Arbitrary<String> bytes() {
    return Texts.bytes().ofMaxLength(40);
  }

  @Provide
  Arbitrary<String> word() {
    return Texts.requestWord(12);
  }

  @Provide
  Arbitrary<String> methods() {
    return Texts.method();
  }

  @Provide
  Arbitrary<String> protocols() {
    return Texts.protocol();
  }

  @Provide
  Arbitrary<String> targets() {
    return Targets.any();
  }

  @Provide
  Arbitrary<String> pathTargets() {
    return Targets.endingWithAPath();
  }

  @Provide
  Arbitrary<String> parameters() {
    return Targets.parameters();
  }

  private static Optional<ByteSlice> pathOf(String target) {
    return pathIn("GET " + target + " HTTP/1.1");
  }

  /** The path that a line with such a request is of, also where it does not count. */
  private static Optional<ByteSlice> pathIn(String request) {
    Line line = Line.of(List.of("h", "-", "-", "01/Jun/2012:22:17:55 -0400", request, "200", "5"));
    return READER.read(line.bytes()) instanceof Access access
        ? access.url().map(UrlParts::path)
        : Optional.empty();
  }
}
