package org.hitledger.yaml;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hitledger.fault.UsageFault;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads one document of a known shape: each key once, and no other. */
public final class YamlFile {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL))
          .addModule(YamlText.strict())
          .build();

  private YamlFile() {}

  /**
   * Reads a file.
   *
   * @param <T> its contents
   * @param <R> what is made of them
   * @param yaml the file's contents; not closed
   * @param name what messages call the file
   * @param shape what it is to hold
   * @param meaning what is made of it; throws an {@link IllegalArgumentException} if that cannot be
   * @return what was made of it
   * @throws UsageFault if the contents are of another shape, or mean nothing; the message says what
   *     was expected, and has the line if they are not even YAML
   * @throws IOException if the stream cannot be read
   */
  public static <T, R> R read(InputStream yaml, String name, Shape<T> shape, Function<T, R> meaning)
      throws IOException {
    try {
      return meaning.apply(
          Optional.ofNullable(YAML.readValue(yaml.readAllBytes(), shape.type()))
              .orElseThrow(() -> new IllegalArgumentException(shape.expected())));
    } catch (JsonMappingException e) {
      throw e.getCause() instanceof JsonProcessingException cause
          ? noYaml(name, cause)
          : misshapen(name, Misfit.in(e, shape), shape, e);
    } catch (JsonProcessingException e) {
      throw noYaml(name, e);
    } catch (IllegalArgumentException e) {
      throw misshapen(name, e.getMessage(), shape, e);
    }
  }

  private static UsageFault misshapen(String name, String problem, Shape<?> shape, Exception e) {
    return new UsageFault(
        "%s: %s; see %s for an example".formatted(name, problem, shape.example()), e);
  }

  private static UsageFault noYaml(String name, JsonProcessingException e) {
    return new UsageFault("%s%s: not YAML: %s".formatted(name, lineOf(e), words(e)), e);
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
