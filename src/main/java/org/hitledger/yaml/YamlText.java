package org.hitledger.yaml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;

/**
 * Takes for a text only what YAML takes for one. Of 1.10 or 0x10 without quotes it makes a number,
 * of which nobody knows what its text was; and of {@code *.png} a reference.
 */
final class YamlText extends StdScalarDeserializer<String> {
  private static final long serialVersionUID = 1L;
  private static final String TEXT = "a text";
  private static final String TEXT_IN_QUOTES = "a text in quotes";

  private YamlText() {
    super(String.class);
  }

  static SimpleModule strict() {
    return new SimpleModule().addDeserializer(String.class, new YamlText());
  }

  /** What {@link #deserialize} says was expected; a text, if something else has thrown. */
  static String in(JsonMappingException failure) {
    return failure.getOriginalMessage().startsWith(TEXT) ? failure.getOriginalMessage() : TEXT;
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      return context.reportInputMismatch(
          this, "%s, since it starts with *: '*%s'", TEXT_IN_QUOTES, parser.getText());
    }
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return context.reportInputMismatch(
          this, parser.currentToken().isScalarValue() ? TEXT_IN_QUOTES : TEXT);
    }
    return parser.getText();
  }
}
