package org.hitledger.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.Serial;

/** Writes values as JSON that is safe to look at: what does not show is written as an escape. */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  static {
    MAPPER.getFactory().setCharacterEscapes(new InvisibleEscapes());
  }

  private Json() {}

  /**
   * A value on one line.
   *
   * @param value a record of plain values
   * @return its JSON
   */
  public static String line(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A value over several lines, for people to read too.
   *
   * @param value a record of plain values
   * @return its JSON in UTF-8
   */
  public static byte[] document(Object value) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class InvisibleEscapes extends CharacterEscapes {
    @Serial private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      codes[0x7F] = ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public SerializableString getEscapeSequence(int c) {
      return c <= 0xFFFF && VisibleText.isInvisible((char) c)
          ? new SerializedString("\\u%04X".formatted(c))
          : null;
    }
  }
}
