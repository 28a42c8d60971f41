package org.hitledger.publish;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.hitledger.source.InputPath;

/**
 * The names of the hidden folders that runs make for a target: one to write into and, for as long
 * as two renames take, one for the older results.
 *
 * @param target where results are to appear
 * @param workplace the folder that has these, nearly always the one around the target
 */
record SiblingFolders(Path target, Path workplace) {
  private static final String STAGING = ".staging-";

  /** Where results were begun, for whatever target. */
  static boolean isBegun(Path path) {
    return path.getName().startsWith(".") && path.getName().contains(STAGING);
  }

  Path staging(RunId run) {
    return named(stagingPrefix() + run);
  }

  /** A name that was not used before; a run that has to try again takes the next one. */
  Path previous(RunId run, int attempt) {
    return named(previousPrefix() + attempt + "-" + run);
  }

  boolean isStaging(Path path) {
    return path.getName().startsWith(stagingPrefix());
  }

  /** Whose staging folder it is, if its name tells. */
  Optional<RunId> stagingOwner(Path path) {
    return RunId.parse(path.getName().substring(stagingPrefix().length()));
  }

  /** Which run has moved older results there; nothing if it is no such folder. */
  Optional<RunId> previousOwner(Path path) {
    Matcher name =
        Pattern.compile(Pattern.quote(previousPrefix()) + "\\d-(.*)", Pattern.DOTALL)
            .matcher(path.getName());
    return name.matches() ? RunId.parse(name.group(1)) : Optional.empty();
  }

  private Path named(String name) {
    return InputPath.below(workplace, name);
  }

  private String stagingPrefix() {
    return "." + target.getName() + STAGING;
  }

  private String previousPrefix() {
    return "." + target.getName() + ".previous-";
  }
}
