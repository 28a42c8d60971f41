package org.hitledger.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

  /** C0, DEL and C1. */
  static IntStream controls() {
    return IntStream.concat(IntStream.range(0, 0x20), IntStream.range(0x7F, 0xA0));
  }

  /** Unicode's Bidi_Control, line separator and paragraph separator. */
  static IntStream steering() {
    return Stream.of(
            IntStream.of(0x061C, 0x200E, 0x200F, 0x2028, 0x2029),
            IntStream.rangeClosed(0x202A, 0x202E),
            IntStream.rangeClosed(0x2066, 0x2069))
        .flatMapToInt(characters -> characters);
  }

  @ParameterizedTest
  @CsvSource({
    "0, \\x00",
    "7, \\x07",
    "9, \\x09",
    "10, \\x0A",
    "27, \\x1B",
    "127, \\x7F",
    "155, \\x9B"
  })
  void shows_controls_as_two_hexadecimal_digits(int control, String shown) {
    assertThat(VisibleText.of("a" + (char) control + "b")).isEqualTo("a" + shown + "b");
  }

  @ParameterizedTest
  @CsvSource({"0x061C, \\u061C", "0x200F, \\u200F", "0x2028, \\u2028", "0x202E, \\u202E"})
  void shows_bidirectional_controls_as_four_hexadecimal_digits(int control, String shown) {
    assertThat(VisibleText.of("a" + (char) control + "b")).isEqualTo("a" + shown + "b");
  }

  @ParameterizedTest
  @MethodSource("controls")
  void lets_no_control_through(int control) {
    assertThat(VisibleText.of(Character.toString(control))).isEqualTo("\\x%02X".formatted(control));
  }

  @ParameterizedTest
  @MethodSource("steering")
  void lets_nothing_through_that_steers_the_display(int steering) {
    assertThat(VisibleText.of(Character.toString(steering)))
        .isEqualTo("\\u%04X".formatted(steering));
  }

  @Test
  void keeps_every_other_character() {
    int[] special = IntStream.concat(controls(), steering()).sorted().toArray();
    String others =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
            .filter(c -> java.util.Arrays.binarySearch(special, c) < 0)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    assertThat(VisibleText.of(others).equals(others)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/book/a b.html", "/book/\\xE9\\x1B", "/book/größe-\uD83D\uDE00"})
  void keeps_harmless_text(String text) {
    assertThat(VisibleText.of(text)).isEqualTo(text);
  }

  @Test
  void disarms_an_escape_sequence() {
    assertThat(VisibleText.of("/book/\u001B]0;owned\u0007\u001B[2J"))
        .isEqualTo("/book/\\x1B]0;owned\\x07\\x1B[2J");
  }
}
