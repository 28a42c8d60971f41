package org.hitledger.source;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.hitledger.fault.InputFault;

/**
 * The files of a run, each once.
 *
 * @param roots what the arguments named: the files and the folders around them
 * @param files in the order of their paths
 * @param notes what a user should know of how they were chosen, one sentence each
 * @param named the files that an argument named itself, not a folder or a glob
 */
public record Inputs(List<Path> roots, List<InputFile> files, List<String> notes, Set<Path> named) {

  /**
   * Files that lie in folders or match globs.
   *
   * @param roots what the arguments named
   * @param files in the order of their paths
   * @param notes what a user should know of how they were chosen
   */
  public Inputs(List<Path> roots, List<InputFile> files, List<String> notes) {
    this(roots, files, notes, Set.of());
  }

  /** Takes copies. */
  public Inputs {
    roots = List.copyOf(roots);
    files = List.copyOf(files);
    notes = List.copyOf(notes);
    named = Set.copyOf(named);
  }

  /**
   * The inputs of a run that reads no logs.
   *
   * @return no files
   */
  public static Inputs none() {
    return new Inputs(List.of(), List.of(), List.of(), Set.of());
  }

  /**
   * How much there is to read.
   *
   * @return the bytes of all files as stored
   */
  public long bytes() {
    return files.stream().mapToLong(InputFile::length).sum();
  }

  /**
   * Some of the files.
   *
   * @param names as {@link InputFile#name} gives them
   * @return the same inputs without the files that are not named
   */
  public Inputs only(Set<String> names) {
    return new Inputs(
        roots, files.stream().filter(file -> names.contains(file.name())).toList(), notes, named);
  }

  /**
   * The other files.
   *
   * @param names as {@link InputFile#name} gives them
   * @return the same inputs without the files that are named
   */
  public Inputs without(Set<String> names) {
    return new Inputs(
        roots, files.stream().filter(file -> !names.contains(file.name())).toList(), notes, named);
  }

  /**
   * Whether an argument named a file itself.
   *
   * @param file one of these
   * @return false if it lies in a folder or matches a glob
   */
  public boolean isNamed(InputFile file) {
    return named.contains(file.path());
  }

  /** The same inputs, with more notes. */
  Inputs withNotes(List<String> more) {
    return new Inputs(roots, files, Stream.concat(notes.stream(), more.stream()).toList(), named);
  }

  /**
   * Makes sure that every file is still what it was when the run began.
   *
   * @param hadoop how to reach the file systems
   * @throws InputFault if a file has another length or modification time, or is gone
   */
  public void requireUnchanged(Configuration hadoop) {
    ParallelChecks.atEach(files, file -> file.requireUnchanged(hadoop));
  }
}
