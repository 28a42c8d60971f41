package org.hitledger.rules;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hitledger.fault.UsageFault;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads {@link PathRules} from YAML. Every key but those on clients must be there, no other may.
 */
public final class RulesFile {
  private static final String SECTION = "section";
  private static final String NAMES = "excluded_names";
  private static final String EXTENSIONS = "excluded_extensions";
  private static final String HOSTS = "excluded_hosts";
  private static final String AGENTS = "excluded_agents";
  private static final List<String> NEEDED = List.of(SECTION, NAMES, EXTENSIONS);
  private static final List<String> OPTIONAL = List.of(HOSTS, AGENTS);
  private static final String EXPECTED =
      "expected the keys %s; and, if wanted, %s"
          .formatted(String.join(", ", NEEDED), String.join(", ", OPTIONAL));
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  private RulesFile() {}

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
      byte[] bytes = yaml.readAllBytes();
      requireOneDocumentWithoutAliases(bytes);
      JsonNode document = YAML.readTree(bytes);
      requireKeys(document);
      return new PathRules(
          text(SECTION, document.get(SECTION)),
          texts(NAMES, document.get(NAMES)),
          texts(EXTENSIONS, document.get(EXTENSIONS)),
          textsIfAny(HOSTS, document),
          textsIfAny(AGENTS, document));
    } catch (JsonProcessingException e) {
      throw new UsageFault("%s%s: not YAML: %s".formatted(name, lineOf(e), problem(e)), e);
    } catch (IllegalArgumentException e) {
      throw new UsageFault(
          "%s: %s; see conf/path-rules.yaml for an example".formatted(name, e.getMessage()), e);
    }
  }

  /** An alias is easily written by mistake: {@code *.png} without quotes is nearly one. */
  private static void requireOneDocumentWithoutAliases(byte[] yaml) throws IOException {
    try (YAMLParser parser = YAML.getFactory().createParser(yaml)) {
      int depth = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (parser.isCurrentAlias()) {
          throw new IllegalArgumentException(
              "a text that starts with * must be in quotes: '*%s'".formatted(parser.getText()));
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (depth == 0 && parser.nextToken() != null) {
          throw new IllegalArgumentException("more than one document; expected one");
        }
      }
    }
  }

  private static void requireKeys(JsonNode document) {
    if (!document.isObject()) {
      throw new IllegalArgumentException(EXPECTED);
    }
    Set<String> found = new HashSet<>();
    document.fieldNames().forEachRemaining(found::add);
    requireNone("missing", NEEDED, key -> !found.contains(key));
    found.removeAll(NEEDED);
    requireNone("unknown", List.copyOf(found), key -> !OPTIONAL.contains(key));
  }

  private static void requireNone(String what, List<String> keys, Predicate<String> isBad) {
    String bad = keys.stream().filter(isBad).sorted().collect(Collectors.joining(", "));
    if (!bad.isEmpty()) {
      throw new IllegalArgumentException("%s: %s; %s".formatted(what, bad, EXPECTED));
    }
  }

  private static List<String> textsIfAny(String key, JsonNode document) {
    return document.has(key) ? texts(key, document.get(key)) : List.of();
  }

  private static List<String> texts(String key, JsonNode list) {
    if (!list.isArray()) {
      throw new IllegalArgumentException(key + " must be a list of texts");
    }
    var texts = new ArrayList<String>();
    list.forEach(entry -> texts.add(text("an entry of " + key, entry)));
    return texts;
  }

  private static String text(String what, JsonNode node) {
    if (!node.isTextual()) {
      // Of 1.10 or 0x10 only a number is left, and which text it was nobody knows.
      throw new IllegalArgumentException(
          what + " must be a text" + (node.isValueNode() && !node.isNull() ? " in quotes" : ""));
    }
    return node.textValue();
  }

  private static String lineOf(JsonProcessingException e) {
    if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      return ":" + (marked.getProblemMark().getLine() + 1);
    }
    JsonLocation location = e.getLocation();
    return location == null ? "" : ":" + location.getLineNr();
  }

  /** The parser explains over several lines, with an excerpt between them that is indented. */
  private static String problem(JsonProcessingException e) {
    return e.getOriginalMessage()
        .lines()
        .filter(line -> !line.startsWith(" "))
        .collect(Collectors.joining(", "));
  }
}
