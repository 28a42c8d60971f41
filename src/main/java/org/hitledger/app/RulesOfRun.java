package org.hitledger.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.hitledger.fault.UsageFault;
import org.hitledger.rules.PathRules;
import org.hitledger.rules.RulesFile;

/** Where the rules of a run come from: a file of the user's, or ours, and a section. */
final class RulesOfRun {
  /** In our jar; a copy of {@code conf/path-rules.yaml}. */
  private static final String DEFAULT = "/path-rules.yaml";

  private RulesOfRun() {}

  static PathRules read(Optional<String> file, Optional<String> section, Configuration hadoop) {
    PathRules rules = file.map(name -> fromFile(name, hadoop)).orElseGet(RulesOfRun::fromJar);
    return section.map(name -> withSection(rules, name)).orElse(rules);
  }

  private static PathRules fromFile(String name, Configuration hadoop) {
    return new OptionFile("--rules", name)
        .read(hadoop, (contents, fs, path) -> RulesFile.read(contents, name));
  }

  private static PathRules fromJar() {
    try (InputStream in = RulesOfRun.class.getResourceAsStream(DEFAULT)) {
      return RulesFile.read(in, "conf" + DEFAULT);
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
