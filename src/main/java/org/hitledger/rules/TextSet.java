package org.hitledger.rules;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.hitledger.bytes.ByteSlice;

/**
 * Texts to look bytes up in, such as the segments of a path. Most segments are as long as no name,
 * or as one or two: a look-up by length is done before a hash of the segment would be.
 */
final class TextSet implements Serializable {
  private static final long serialVersionUID = 2L;

  private final byte[][][] textsByLength;

  /** A set of texts in UTF-8. */
  TextSet(List<String> texts) {
    byte[][] utf8 = utf8(texts);
    int longest = Arrays.stream(utf8).mapToInt(text -> text.length).max().orElse(-1);
    textsByLength =
        IntStream.rangeClosed(0, longest)
            .mapToObj(length -> select(text -> text.length == length, utf8))
            .toArray(byte[][][]::new);
  }

  private static byte[][] select(Predicate<byte[]> wanted, byte[][] texts) {
    return Arrays.stream(texts).filter(wanted).toArray(byte[][]::new);
  }

  /** Texts as the bytes that they are compared by. */
  static byte[][] utf8(List<String> texts) {
    return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
  }

  boolean isEmpty() {
    return textsByLength.length == 0;
  }

  /** Whether these bytes are one of the texts. */
  boolean contains(ByteSlice slice) {
    return contains(slice.array(), slice.from(), slice.to());
  }

  /** The same, without an object for the bytes. */
  boolean contains(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length >= textsByLength.length) {
      return false;
    }
    for (byte[] text : textsByLength[length]) {
      if (Arrays.equals(bytes, from, to, text, 0, length)) {
        return true;
      }
    }
    return false;
  }
}
