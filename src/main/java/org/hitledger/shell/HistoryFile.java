package org.hitledger.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where what was typed is kept, by the <a
 * href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base directories</a>: in a
 * file that only its owner reads, since queries name persons.
 */
final class HistoryFile {
  private HistoryFile() {}

  /** The file, if it can be written. */
  static Optional<Path> of(Map<String, String> environment) {
    return home(environment)
        .map(home -> home.resolve("hitledger/history"))
        .filter(HistoryFile::make);
  }

  private static Optional<Path> home(Map<String, String> environment) {
    return variable(environment, "XDG_STATE_HOME")
        .filter(Path::isAbsolute)
        .or(() -> variable(environment, "HOME").map(home -> home.resolve(".local/state")));
  }

  private static Optional<Path> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(Predicate.not(String::isBlank))
        .map(Path::of);
  }

  private static boolean make(Path file) {
    try {
      Files.createDirectories(file.getParent());
      if (Files.notExists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      return Files.isWritable(file);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
