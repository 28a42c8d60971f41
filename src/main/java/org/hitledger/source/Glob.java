package org.hitledger.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.GlobFilter;
import org.apache.hadoop.fs.Path;

/**
 * Hadoop's globs, one folder at a time. Hadoop's own {@code globStatus} builds paths out of names,
 * and fails for a whole folder if one name in it has a colon.
 */
final class Glob {
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)", Pattern.DOTALL);

  private static final Pattern BRACES_AROUND_SLASH = Pattern.compile("\\{[^}]*/[^}]*\\}");

  private final FileSystem fs;
  private final FolderListing children;

  Glob(FolderListing children) {
    this.fs = children.fs();
    this.children = children;
  }

  /** All files and folders that match, sorted. */
  List<FileStatus> matches(Path pattern) throws IOException {
    Path absolute = fs.makeQualified(pattern);
    if (BRACES_AROUND_SLASH.matcher(absolute.toString()).find()) {
      // These cannot be taken apart at their slashes. They are rare, and so are colons.
      return List.of(fs.globStatus(absolute));
    }
    List<FileStatus> found = List.of(fs.getFileStatus(new Path(absolute, "/")));
    for (String name : absolute.toUri().getPath().substring(1).split("/", 0)) {
      found = below(found, name);
    }
    return found;
  }

  private List<FileStatus> below(List<FileStatus> folders, String name) throws IOException {
    var filter = new GlobFilter(name);
    var found = new ArrayList<FileStatus>();
    for (FileStatus folder : folders) {
      if (filter.hasPattern()) {
        if (folder.isDirectory()) {
          found.addAll(children.of(folder.getPath(), filter));
        }
      } else {
        addIfThere(folder.getPath(), ESCAPE.matcher(name).replaceAll("$1"), found);
      }
    }
    return found;
  }

  private void addIfThere(Path folder, String name, List<FileStatus> found) throws IOException {
    try {
      found.add(fs.getFileStatus(InputPath.below(folder, name)));
    } catch (FileNotFoundException e) {
      // A pattern that one folder matches further and another does not.
    }
  }
}
