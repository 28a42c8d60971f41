package org.hitledger.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** What stands between a file's name as people write it and the paths of Hadoop. */
public final class InputPath {
  private static final Pattern WITH_SCHEME =
      Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:/.*", Pattern.DOTALL);
  private static final Pattern GLOB_CHARACTER = Pattern.compile("[{}\\[\\]*?\\\\]");

  private InputPath() {}

  /**
   * The path that an argument names. A colon in a plain name starts no scheme: {@code 10:15.gz} is
   * a file.
   *
   * @param argument as written by a user
   * @return the path, relative if the argument is
   */
  public static Path parse(String argument) {
    return WITH_SCHEME.matcher(argument).matches()
        ? new Path(argument)
        : new Path(null, null, argument);
  }

  static boolean isGlob(Path path) {
    return GLOB_CHARACTER.matcher(path.toString()).find();
  }

  /**
   * One text for all names of a file or folder: local links are followed, also on the way to what
   * does not exist yet; elsewhere the service counts, and not which of its names was used.
   *
   * @param path with scheme
   * @param hadoop how to reach its file system
   * @return its text, without a slash at the end
   * @throws IOException if a link cannot be followed
   */
  public static String identity(Path path, Configuration hadoop) throws IOException {
    if (isLocal(path)) {
      return real(local(path)).toString();
    }
    String service = HadoopFileSystems.of(path, hadoop).getCanonicalServiceName();
    return service == null ? path.toString() : service + path.toUri().getPath();
  }

  private static java.nio.file.Path real(java.nio.file.Path local) throws IOException {
    if (Files.exists(local)) {
      return local.toRealPath();
    }
    java.nio.file.Path parent = local.getParent();
    return parent == null ? local : real(parent).resolve(local.getFileName());
  }

  /**
   * What a path leads to: renaming a link would move the link and not the folder.
   *
   * @param path with scheme
   * @return the path, or if it is a local link where that ends
   * @throws IOException if a link cannot be followed
   */
  public static Path withoutLink(Path path) throws IOException {
    return isLocal(path) && Files.isSymbolicLink(local(path))
        ? new Path("file", null, real(local(path)).toString())
        : path;
  }

  /**
   * A path below a folder, with any name: a plain constructor takes a colon for a scheme's.
   *
   * @param folder the folder
   * @param name any name without a slash
   * @return the path
   */
  public static Path below(Path folder, String name) {
    return new Path(folder, new Path(null, null, name));
  }

  /** Local children of a folder that Hadoop's listing leaves out; none on other file systems. */
  static List<java.nio.file.Path> leftOut(Path folder) throws IOException {
    if (!isLocal(folder)) {
      return List.of();
    }
    try (Stream<java.nio.file.Path> children = Files.list(local(folder))) {
      // Hadoop goes by java.io.File, which looks for a name that is no text under another one.
      return children.filter(child -> !child.toFile().exists()).sorted().toList();
    }
  }

  /** Whether it is a link that leads nowhere; it must be there and may be looked at. */
  static boolean isDeadLink(java.nio.file.Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
            .isSymbolicLink()
        && !Files.exists(path);
  }

  /** What Spark's file index leaves out even when it is named. */
  static boolean isHidden(Path path) {
    String name = path.getName();
    return (name.startsWith("_") && !name.contains("="))
        || name.startsWith(".")
        || name.endsWith("._COPYING_");
  }

  /** Whether a local path is a pipe, a socket or a device, which cannot be read twice. */
  static boolean isSpecial(Path path) {
    return isLocal(path) && Files.exists(local(path)) && !Files.isRegularFile(local(path));
  }

  /** Whether it is on this machine. */
  static boolean isLocal(Path path) {
    return "file".equals(path.toUri().getScheme());
  }

  private static java.nio.file.Path local(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }
}
