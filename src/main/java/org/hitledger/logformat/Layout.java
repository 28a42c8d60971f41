package org.hitledger.logformat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hitledger.logformat.Meaning.Took;
import org.hitledger.logformat.Meaning.When;

/** Which field of a line tells what, for the fields of one format in their order. */
final class Layout {
  private static final int ABSENT = -1;

  private final int[] slots = new int[AccessField.values().length];
  private final List<Integer> durations;
  private final DurationUnit durationUnit;
  private final Map<String, Integer> extra = new LinkedHashMap<>();
  private final TimeSource time;

  private Layout(List<Directive> directives, ZoneId zone) {
    Arrays.fill(slots, ABSENT);
    Set<Integer> taken = new HashSet<>(placeColumns(directives));
    durations = durations(directives);
    durationUnit =
        durations.isEmpty()
            ? DurationUnit.MICROSECONDS
            : ((Took) directives.get(durations.get(0)).meaning()).unit();
    if (durations.size() == 1) {
      taken.addAll(durations);
    }
    List<List<TimeSource.Part>> times = times(directives);
    times.stream().limit(1).flatMap(List::stream).forEach(part -> taken.add(part.slot()));
    time = new TimeSource(times, zone);
    placeExtra(directives, taken);
  }

  /**
   * Finds out what tells what.
   *
   * @param directives of a format, in the order of its fields, of which nothing is missing
   * @param zone of times that say none
   * @return the layout
   */
  static Layout of(List<Directive> directives, ZoneId zone) {
    return new Layout(directives, zone);
  }

  /**
   * Whether a format tells enough.
   *
   * @param directives of a format
   * @return what none of them tells, though one should
   */
  static Optional<Missing> missing(List<Directive> directives) {
    if (times(directives).isEmpty()) {
      return Optional.of(Missing.TIME);
    }
    return directives.stream().anyMatch(Layout::tellsTarget)
        ? Optional.empty()
        : Optional.of(Missing.REQUEST);
  }

  private static boolean tellsTarget(Directive directive) {
    return directive.meaning() instanceof Meaning.Tells tells
        && switch (tells.field()) {
          case REQUEST, TARGET, STEM_AND_QUERY, STEM -> true;
          default -> false;
        };
  }

  boolean has(AccessField field) {
    return slots[field.ordinal()] != ABSENT;
  }

  int slot(AccessField field) {
    return slots[field.ordinal()];
  }

  TimeSource time() {
    return time;
  }

  List<Integer> durations() {
    return durations;
  }

  DurationUnit durationUnit() {
    return durationUnit;
  }

  /** The fields that tell nothing else, by their names. */
  Map<String, Integer> extra() {
    return extra;
  }

  /** Of those that tell the same, the first of the lowest rank; the request before its parts. */
  private List<Integer> placeColumns(List<Directive> directives) {
    int[] ranks = new int[slots.length];
    Arrays.fill(ranks, Integer.MAX_VALUE);
    for (int slot = 0; slot < directives.size(); slot++) {
      if (directives.get(slot).meaning() instanceof Meaning.Tells tells) {
        int field = tells.field().ordinal();
        if (tells.rank() < ranks[field]) {
          ranks[field] = tells.rank();
          slots[field] = slot;
        }
      }
    }
    if (has(AccessField.REQUEST)) {
      clear(AccessField.METHOD, AccessField.TARGET, AccessField.PROTOCOL);
    }
    if (has(AccessField.REQUEST) || has(AccessField.TARGET)) {
      clear(AccessField.STEM_AND_QUERY);
    }
    if (has(AccessField.REQUEST) || has(AccessField.TARGET) || has(AccessField.STEM_AND_QUERY)) {
      clear(AccessField.STEM, AccessField.QUERY);
    }
    return Arrays.stream(slots).filter(slot -> slot != ABSENT).boxed().toList();
  }

  private void clear(AccessField... fields) {
    for (AccessField field : fields) {
      slots[field.ordinal()] = ABSENT;
    }
  }

  /** A field that is there twice counts once. */
  private static List<Integer> durations(List<Directive> directives) {
    Map<Integer, List<Integer>> byRank = new TreeMap<>();
    Set<String> names = new HashSet<>();
    for (int slot = 0; slot < directives.size(); slot++) {
      if (directives.get(slot).meaning() instanceof Took took
          && names.add(directives.get(slot).name())) {
        byRank.computeIfAbsent(took.rank(), rank -> new ArrayList<>()).add(slot);
      }
    }
    return byRank.isEmpty() ? List.of() : List.copyOf(byRank.values().iterator().next());
  }

  /** Those of which each is a date and a time of day, whole. */
  private static List<List<TimeSource.Part>> times(List<Directive> directives) {
    Map<Integer, List<TimeSource.Part>> byRank = new TreeMap<>();
    Set<String> names = new HashSet<>();
    for (int slot = 0; slot < directives.size(); slot++) {
      if (directives.get(slot).meaning() instanceof When when
          && names.add(directives.get(slot).name())) {
        byRank
            .computeIfAbsent(when.rank(), rank -> new ArrayList<>())
            .add(new TimeSource.Part(slot, when.text()));
      }
    }
    return byRank.values().stream().filter(TimeSource::isWhole).toList();
  }

  private void placeExtra(List<Directive> directives, Set<Integer> taken) {
    for (int slot = 0; slot < directives.size(); slot++) {
      Directive directive = directives.get(slot);
      if (!taken.contains(slot) && !(directive.meaning() instanceof Meaning.Ignored)) {
        extra.putIfAbsent(directive.name(), slot);
      }
    }
  }
}
