package org.hitledger.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.hitledger.fault.UsageFault;
import org.hitledger.rules.PathRules;
import org.hitledger.rules.RulesFile;

/**
 * Where the rules of a run come from. Nothing that it names has been looked at.
 *
 * @param name {@code book}, {@code site}, or a file of rules
 * @param section the section that counts; nothing for that of the rules
 */
public record RulesOfRun(String name, Optional<String> section) {
  /** In our jar, by the names that users give them: copies of the files in {@code conf}. */
  private static final Map<String, String> OURS =
      Map.of("book", "/path-rules.yaml", "site", "/site-rules.yaml");

  /**
   * Reads the rules.
   *
   * @param hadoop how to reach a file
   * @return the rules
   * @throws UsageFault if the file or the section is none
   */
  public PathRules read(Configuration hadoop) {
    PathRules rules =
        Optional.ofNullable(OURS.get(name))
            .map(RulesOfRun::fromJar)
            .orElseGet(() -> fromFile(name, hadoop));
    return section.map(asked -> withSection(rules, asked)).orElse(rules);
  }

  private static PathRules fromFile(String name, Configuration hadoop) {
    return new OptionFile("--rules", name, "; it is book, site, or a file")
        .read(hadoop, (contents, fs, path) -> RulesFile.read(contents, name));
  }

  private static PathRules fromJar(String resource) {
    try (InputStream in = RulesOfRun.class.getResourceAsStream(resource)) {
      return RulesFile.read(in, "conf" + resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PathRules withSection(PathRules rules, String section) {
    try {
      return rules.withSection(section);
    } catch (IllegalArgumentException e) {
      throw new UsageFault("--section: " + e.getMessage(), e);
    }
  }
}
