package org.hitledger.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.hitledger.crawler.CrawlerEntry;
import org.hitledger.yaml.Shape;
import org.hitledger.yaml.YamlFile;

/**
 * Reads {@link PathRules} from YAML. Every key must be there but those on clients and on upper and
 * lower case, no other may.
 */
public final class RulesFile {
  private static final Shape<Document> SHAPE =
      new Shape<>(
          Document.class,
          "expected the keys section, excluded_names, excluded_extensions;"
              + " and, if wanted, ignore_extension_case, excluded_hosts, excluded_agents, crawlers",
          "conf/path-rules.yaml",
          Map.of("ignore_extension_case", "true or false", "crawlers", CrawlerEntry.EXPECTED));

  private RulesFile() {}

  /** The file's contents, key by key. */
  private record Document(
      @JsonProperty(required = true) String section,
      @JsonProperty(required = true) List<String> excludedNames,
      @JsonProperty(required = true) List<String> excludedExtensions,
      @JsonSetter(nulls = Nulls.AS_EMPTY) boolean ignoreExtensionCase,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> excludedHosts,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> excludedAgents,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<CrawlerEntry> crawlers) {

    PathRules rules() {
      return new PathRules(
          section,
          excludedNames,
          excludedExtensions,
          ignoreExtensionCase,
          excludedHosts,
          excludedAgents,
          CrawlerEntry.checked(crawlers));
    }
  }

  /**
   * Reads rules.
   *
   * @param yaml the file's contents; not closed
   * @param name what messages call the file
   * @return the rules
   * @throws org.hitledger.fault.UsageFault if the contents are not rules; the message says what was
   *     expected, and has the line if they are not even YAML
   * @throws IOException if the stream cannot be read
   */
  public static PathRules read(InputStream yaml, String name) throws IOException {
    return YamlFile.read(yaml, name, SHAPE, Document::rules);
  }
}
