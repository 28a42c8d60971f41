package org.hitledger.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.hitledger.fault.InputFault;

/**
 * Which inputs hold the same log.
 *
 * @param groups files with equal content, two or more each, as they are ordered in the inputs
 */
public record SameContent(List<List<InputFile>> groups) {
  private static final int MOST_NAMED = 20;

  /** Takes copies. */
  public SameContent {
    groups = groups.stream().map(List::copyOf).toList();
  }

  /**
   * Compares inputs. Most are known to differ by their lengths, or by eight bytes of a gzip file;
   * those that may be equal are read.
   *
   * @param inputs files that were looked at
   * @param hadoop how to reach their file systems
   * @return what is equal, to the byte of what counts
   * @throws InputFault if a file that may be equal to another cannot be read
   */
  public static SameContent among(Inputs inputs, Configuration hadoop) {
    return new SameContent(ContentComparison.groups(inputs.files(), hadoop));
  }

  /**
   * The inputs that are to be read.
   *
   * @param inputs those that were compared
   * @param onSameContent what to do about equal ones
   * @return the inputs, with notes on what is equal
   * @throws InputFault if there are equal ones, and the run shall end then
   */
  public Inputs appliedTo(Inputs inputs, OnSameContent onSameContent) {
    if (groups.isEmpty()) {
      return inputs;
    }
    return switch (onSameContent) {
      case COUNT -> inputs.withNotes(limited(groups.stream().map(SameContent::noteOfAll).toList()));
      case SKIP -> withoutCopies(inputs);
      case FAIL -> throw fault();
    };
  }

  /**
   * The files that {@link OnSameContent#SKIP} leaves out.
   *
   * @return all but the first of each group
   */
  public List<InputFile> copies() {
    return groups.stream().flatMap(group -> group.stream().skip(1)).toList();
  }

  private Inputs withoutCopies(Inputs inputs) {
    Set<InputFile> copies = new HashSet<>(copies());
    List<InputFile> rest = inputs.files().stream().filter(file -> !copies.contains(file)).toList();
    return new Inputs(inputs.roots(), rest, inputs.notes(), inputs.named())
        .withNotes(limited(groups.stream().flatMap(SameContent::notesOfCopies).toList()));
  }

  private InputFault fault() {
    return new InputFault(
        "inputs have equal content: %s; name one of each alone, or choose --same-content skip or count"
            .formatted(
                limited(groups.stream().map(SameContent::names).toList()).stream()
                    .collect(Collectors.joining("; "))));
  }

  private static String noteOfAll(List<InputFile> group) {
    return "equal content, all of it counted: %s; --same-content skip counts the first alone"
        .formatted(names(group));
  }

  private static Stream<String> notesOfCopies(List<InputFile> group) {
    return group.stream()
        .skip(1)
        .map(
            copy ->
                "skipped %s: it has the content of %s".formatted(copy.name(), group.get(0).name()));
  }

  private static String names(List<InputFile> group) {
    return group.stream().map(InputFile::name).collect(Collectors.joining(", "));
  }

  private static List<String> limited(List<String> all) {
    var some = new ArrayList<String>(all.subList(0, Math.min(all.size(), MOST_NAMED)));
    if (all.size() > MOST_NAMED) {
      some.add("and so on, %,d in all".formatted(all.size()));
    }
    return some;
  }
}
