package org.hitledger.property;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hitledger.access.Access;
import org.hitledger.access.AccessRecord;
import org.hitledger.access.LogTime;
import org.hitledger.access.RequestLine;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.bytes.EscapedUtf8;
import org.hitledger.logformat.Combined;
import org.hitledger.testing.Details;

/** What gives out the details of a line takes any bytes, and looks at no others around them. */
class AccessorPropertyTest {

  @Property
  void a_line_has_the_fields_that_it_was_made_of(@ForAll("accesses") Line line) {
    Access access = (Access) Combined.COMBINED.reader().read(line.bytes());
    AccessRecord record = access.record();
    assertThat(
            Stream.of(
                    record.host(),
                    record.identity(),
                    record.user(),
                    record.request(),
                    record.status(),
                    record.size())
                .map(field -> text(field.orElseThrow())))
        .containsExactly(
            line.text(Field.HOST),
            line.text(Field.IDENTITY),
            line.text(Field.USER),
            line.text(Field.REQUEST),
            line.text(Field.STATUS),
            line.text(Field.SIZE));
    assertThat(LogTime.parse(amid("", line.text(Field.TIME), ""))).contains(access.time());
    assertThat(record.referer().isPresent()).isEqualTo(line.isCombined());
    assertThat(record.userAgent().isPresent()).isEqualTo(line.isCombined());
  }

  @Property
  void every_detail_of_any_line_can_be_had_and_read(@ForAll("hostile") Line line) {
    assertThat(Details.of(line.bytes()))
        .allSatisfy(
            detail -> {
              assertThat(detail).isEqualTo(ByteSlice.of(detail.toArray()));
              assertThat(detail.toString().getBytes(UTF_8)).isEqualTo(EscapedUtf8.escape(detail));
            });
  }

  @Property
  void a_request_is_split_alike_wherever_it_stands(
      @ForAll("texts") String before, @ForAll("texts") String text, @ForAll("texts") String after) {
    assertThat(RequestLine.parse(amid(before, text, after)))
        .isEqualTo(RequestLine.parse(amid("", text, "")));
  }

  @Property
  void a_time_is_read_alike_wherever_it_stands(
      @ForAll("texts") String before, @ForAll("times") String time, @ForAll("texts") String after) {
    assertThat(LogTime.parse(amid(before, time, after)))
        .isEqualTo(LogTime.parse(amid("", time, "")));
  }

  @Property
  void escaped_bytes_are_utf8_and_stay_as_they_are(
      @ForAll("texts") String before, @ForAll byte[] bytes, @ForAll("texts") String after) {
    byte[] escaped = EscapedUtf8.escape(amid(before, new String(bytes, ISO_8859_1), after));
    assertThat(new String(escaped, UTF_8).getBytes(UTF_8)).isEqualTo(escaped);
    assertThat(EscapedUtf8.escape(ByteSlice.of(escaped))).isEqualTo(escaped);
    assertThat(EscapedUtf8.escape(ByteSlice.of(bytes))).isEqualTo(escaped);
  }

  @Provide
  Arbitrary<Line> accesses() {
    return Lines.accesses();
  }

  @Provide
  Arbitrary<Line> hostile() {
    return Lines.hostile();
  }

  @Provide
  Arbitrary<String> times() {
    return Lines.texts(Field.TIME).withoutEdgeCases();
  }

  @Provide
  Arbitrary<String> texts() {
    return Texts.structural().ofMaxLength(24).withoutEdgeCases();
  }

  private static ByteSlice amid(String before, String text, String after) {
    byte[] all = (before + text + after).getBytes(ISO_8859_1);
    return new ByteSlice(all, before.length(), before.length() + text.length());
  }

  private static String text(ByteSlice slice) {
    return new String(slice.toArray(), ISO_8859_1);
  }
}
