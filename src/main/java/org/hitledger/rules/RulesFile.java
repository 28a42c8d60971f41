package org.hitledger.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.hitledger.fault.UsageFault;

/** Reads {@link PathRules} from YAML. Every key must be there, and no other. */
public final class RulesFile {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private RulesFile() {}

  /**
   * Reads rules.
   *
   * @param yaml the file's contents; not closed
   * @param name what messages call the file
   * @return the rules
   * @throws UsageFault if the contents are not rules; the message has the line
   * @throws IOException if the stream cannot be read
   */
  public static PathRules read(InputStream yaml, String name) throws IOException {
    try {
      return YAML.readValue(yaml, Document.class).rules();
    } catch (JsonProcessingException e) {
      throw new UsageFault(
          "%s%s: %s; expected section, excluded_names and excluded_extensions as in conf/path-rules.yaml"
              .formatted(name, lineOf(e), problem(e)),
          e);
    } catch (IllegalArgumentException e) {
      throw new UsageFault("%s: %s".formatted(name, e.getMessage()), e);
    }
  }

  private static String lineOf(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    return location == null ? "" : ":" + location.getLineNr();
  }

  private static String problem(JsonProcessingException e) {
    String message = e.getOriginalMessage().lines().findFirst().orElse("not YAML");
    // Which of our classes Jackson was about to fill means nothing to a user.
    String plain = message.replaceAll(" ?\\(class [^)]*\\)[^\"]*$", "").replaceAll("`[^`]*`", "it");
    return e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
        ? "at '%s': %s".formatted(mapping.getPath().get(0).getFieldName(), plain)
        : plain;
  }

  /** The file's shape. */
  private record Document(String section, List<String> names, List<String> extensions) {
    @JsonCreator
    Document(
        @JsonProperty(value = "section", required = true) String section,
        @JsonProperty(value = "excluded_names", required = true) List<String> names,
        @JsonProperty(value = "excluded_extensions", required = true) List<String> extensions) {
      this.section = section;
      this.names = names;
      this.extensions = extensions;
    }

    PathRules rules() {
      if (names.contains(null) || extensions.contains(null)) {
        throw new IllegalArgumentException("a list has an entry without text");
      }
      return new PathRules(section, names, extensions);
    }
  }
}
