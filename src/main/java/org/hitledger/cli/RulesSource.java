package org.hitledger.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.hitledger.fault.UsageFault;
import org.hitledger.input.InputPath;
import org.hitledger.rules.PathRules;
import org.hitledger.rules.RulesFile;

/** Where the rules of a run come from: a file of the user's, or ours, and a section. */
final class RulesSource {
  /** In our jar; a copy of {@code conf/path-rules.yaml}. */
  private static final String DEFAULT = "/path-rules.yaml";

  private RulesSource() {}

  static PathRules read(Optional<String> file, Optional<String> section, Configuration hadoop) {
    PathRules rules = file.map(name -> fromFile(name, hadoop)).orElseGet(RulesSource::fromJar);
    return section.map(name -> withSection(rules, name)).orElse(rules);
  }

  private static PathRules fromFile(String name, Configuration hadoop) {
    try {
      Path path = InputPath.parse(name);
      try (InputStream in = path.getFileSystem(hadoop).open(path)) {
        return RulesFile.read(in, name);
      }
    } catch (FileNotFoundException e) {
      throw new UsageFault("--rules %s: no such file, or not one to be read".formatted(name), e);
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageFault("--rules %s cannot be read: %s".formatted(name, e.getMessage()), e);
    }
  }

  private static PathRules fromJar() {
    try (InputStream in = RulesSource.class.getResourceAsStream(DEFAULT)) {
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
