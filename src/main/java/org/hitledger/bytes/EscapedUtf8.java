package org.hitledger.bytes;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Makes any bytes valid UTF-8 and loses none: a byte that is not part of a well-formed sequence
 * (Unicode 15, table 3-7) becomes {@code \xHH}, upper case, as nginx and Apache log such a byte.
 * Everything else is kept as it is.
 */
public final class EscapedUtf8 {
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'
  };

  private static final int ESCAPE_BYTES = "\\xHH".length();

  /** Bytes below 0x80 are UTF-8 themselves. */
  private static final int FIRST_HIGH_DIGIT = 8;

  private static final int NO_UTF_8 = 0xFF;

  private EscapedUtf8() {}

  /**
   * Escapes what is not UTF-8.
   *
   * @param text any bytes
   * @return a new array of well-formed UTF-8
   */
  public static byte[] escape(ByteSlice text) {
    return escape(text, "\\x");
  }

  /**
   * Escapes what is not UTF-8.
   *
   * @param text any bytes
   * @param mark of ASCII, what stands before the two digits of a byte
   * @return a new array of well-formed UTF-8
   */
  public static byte[] escape(ByteSlice text, String mark) {
    byte[] bytes = text.toArray();
    int firstHigh = ByteSearch.indexOfNonAscii(bytes);
    return firstHigh == bytes.length
        ? bytes
        : escapeFrom(firstHigh, bytes, mark.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Takes all that may be the escape of a byte for one. Which byte it was says nothing to who looks
   * for text: each becomes 0xFF, which no text in UTF-8 has.
   *
   * @param escaped what {@link #escape} has given
   * @return the text itself if there is none
   */
  public static ByteSlice withoutEscapes(ByteSlice escaped) {
    int first = escaped.indexOf('\\');
    if (first < 0) {
      return escaped;
    }
    var out = new ByteArrayOutputStream(escaped.length());
    int i = escaped.from();
    while (i < escaped.to()) {
      boolean isEscape = isEscape(escaped, i);
      out.write(isEscape ? NO_UTF_8 : escaped.array()[i]);
      i += isEscape ? ESCAPE_BYTES : 1;
    }
    return ByteSlice.of(out.toByteArray());
  }

  private static boolean isEscape(ByteSlice text, int at) {
    byte[] bytes = text.array();
    return at + ESCAPE_BYTES <= text.to()
        && bytes[at] == '\\'
        && bytes[at + 1] == 'x'
        && hexDigit(bytes[at + 2]) >= FIRST_HIGH_DIGIT
        && hexDigit(bytes[at + 3]) >= 0;
  }

  /** Its value, or -1 for what is no digit as it is written here. */
  private static int hexDigit(byte b) {
    return Arrays.binarySearch(HEX, b);
  }

  private static byte[] escapeFrom(int start, byte[] bytes, byte[] mark) {
    var out = new ByteArrayOutputStream(bytes.length + 16);
    out.write(bytes, 0, start);
    int i = start;
    while (i < bytes.length) {
      int length = sequenceLength(bytes, i);
      if (length == 0) {
        writeEscape(out, bytes[i++], mark);
      } else {
        out.write(bytes, i, length);
        i += length;
      }
    }
    return out.toByteArray();
  }

  private static void writeEscape(ByteArrayOutputStream out, byte b, byte[] mark) {
    // In one call, since each takes a lock.
    byte[] escape = Arrays.copyOf(mark, mark.length + 2);
    escape[mark.length] = HEX[(b >> 4) & 0xF];
    escape[mark.length + 1] = HEX[b & 0xF];
    out.write(escape, 0, escape.length);
  }

  /** Length of the well-formed sequence at {@code i}, 0 if there is none. */
  private static int sequenceLength(byte[] bytes, int i) {
    int lead = bytes[i] & 0xFF;
    if (lead < 0x80) {
      return 1;
    }
    if (lead < 0xC2 || lead > 0xF4) {
      return 0;
    }
    int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (i + length > bytes.length || !secondFits(lead, bytes[i + 1] & 0xFF)) {
      return 0;
    }
    for (int j = i + 2; j < i + length; j++) {
      if ((bytes[j] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }

  /**
   * The second byte's range depends on the lead: no overlong forms, surrogates or beyond 10FFFF.
   */
  private static boolean secondFits(int lead, int second) {
    int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    return second >= lowest && second <= highest;
  }
}
