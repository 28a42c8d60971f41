package org.hitledger.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hitledger.fault.UsageFault;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads {@link PathRules} from YAML. Every key must be there but those on clients and on upper and
 * lower case, no other may.
 */
public final class RulesFile {
  private static final String EXPECTED =
      "expected the keys section, excluded_names, excluded_extensions;"
          + " and, if wanted, ignore_extension_case, excluded_hosts, excluded_agents";

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL))
          .addModule(YamlText.strict())
          .build();

  private RulesFile() {}

  /** The file's contents, key by key. */
  private record Document(
      @JsonProperty(required = true) String section,
      @JsonProperty(required = true) List<String> excludedNames,
      @JsonProperty(required = true) List<String> excludedExtensions,
      @JsonSetter(nulls = Nulls.AS_EMPTY) boolean ignoreExtensionCase,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> excludedHosts,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> excludedAgents) {

    PathRules rules() {
      return new PathRules(
          section,
          excludedNames,
          excludedExtensions,
          ignoreExtensionCase,
          excludedHosts,
          excludedAgents);
    }
  }

  /**
   * Reads rules.
   *
   * @param yaml the file's contents; not closed
   * @param name what messages call the file
   * @return the rules
   * @throws UsageFault if the contents are not rules; the message says what was expected, and has
   *     the line if they are not even YAML
   * @throws IOException if the stream cannot be read
   */
  public static PathRules read(InputStream yaml, String name) throws IOException {
    try {
      return Optional.ofNullable(YAML.readValue(yaml.readAllBytes(), Document.class))
          .orElseThrow(() -> new IllegalArgumentException(EXPECTED))
          .rules();
    } catch (JsonMappingException e) {
      throw e.getCause() instanceof JsonProcessingException cause
          ? noYaml(name, cause)
          : noRules(name, problem(e), e);
    } catch (JsonProcessingException e) {
      throw noYaml(name, e);
    } catch (IllegalArgumentException e) {
      throw noRules(name, e.getMessage(), e);
    }
  }

  private static UsageFault noRules(String name, String problem, Exception e) {
    return new UsageFault(
        "%s: %s; see conf/path-rules.yaml for an example".formatted(name, problem), e);
  }

  private static UsageFault noYaml(String name, JsonProcessingException e) {
    return new UsageFault("%s%s: not YAML: %s".formatted(name, lineOf(e), words(e)), e);
  }

  private static String problem(JsonMappingException e) {
    List<JsonMappingException.Reference> path = e.getPath();
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "unknown: %s; %s".formatted(unknown.getPropertyName(), EXPECTED);
    }
    if (path.isEmpty()) {
      return EXPECTED;
    }
    String key = path.get(0).getFieldName();
    if (e.getOriginalMessage().startsWith("Missing required")) {
      return "missing: %s; %s".formatted(key, EXPECTED);
    }
    if (path.size() > 1) {
      return "an entry of %s must be %s".formatted(key, YamlText.in(e));
    }
    return "%s must be %s"
        .formatted(key, key.equals("section") ? YamlText.in(e) : "a list of texts");
  }

  private static String lineOf(JsonProcessingException e) {
    if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      return ":" + (marked.getProblemMark().getLine() + 1);
    }
    JsonLocation location = e.getLocation();
    return location == null ? "" : ":" + location.getLineNr();
  }

  /** The parser explains over several lines, with an excerpt between them that is indented. */
  private static String words(JsonProcessingException e) {
    return e.getOriginalMessage()
        .lines()
        .filter(line -> !line.startsWith(" "))
        .collect(Collectors.joining(", "));
  }
}
