package org.hitledger.bench;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where classes come from, so that a program gets those that it needs and no others. */
final class ClassPath {
  private ClassPath() {}

  /** This project's test classes. */
  static String ofTests() {
    return of(ClassPath.class);
  }

  /** The jar or folder that a class is in. */
  static String of(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
