package org.hitledger.logformat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hitledger.fault.UsageFault;
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
    List<Integer> taken = new ArrayList<>(placeColumns(directives));
    durations = durations(directives);
    durationUnit =
        durations.isEmpty()
            ? DurationUnit.MICROSECONDS
            : ((Took) directives.get(durations.get(0)).meaning()).unit();
    if (durations.size() == 1) {
      taken.addAll(durations);
    }
    Map<Integer, List<TimeSource.Part>> times = times(directives);
    if (!times.isEmpty()) {
      times.values().iterator().next().forEach(part -> taken.add(part.slot()));
    }
    time = new TimeSource(List.copyOf(times.values()), zone);
    placeExtra(directives, taken);
  }

  /**
   * Finds out what tells what.
   *
   * @param directives of a format, in the order of its fields
   * @param zone of times that say none
   * @param format what messages call the format
   * @return the layout
   * @throws UsageFault if nothing tells the time, or nothing the request or its target
   */
  static Layout of(List<Directive> directives, ZoneId zone, String format) {
    if (directives.stream().noneMatch(Layout::tellsTime)) {
      throw new UsageFault(
          "%s: the log format has no time; add the server's own field for it, such as %%t of Apache or $time_local of nginx"
              .formatted(format));
    }
    var layout = new Layout(directives, zone);
    if (!layout.has(AccessField.REQUEST)
        && !layout.has(AccessField.TARGET)
        && !layout.has(AccessField.STEM)) {
      throw new UsageFault(
          "%s: the log format has no request; add the server's own field for it or for its target, such as %%r of Apache or $request of nginx"
              .formatted(format));
    }
    return layout;
  }

  private static boolean tellsTime(Directive directive) {
    return directive.meaning() instanceof When;
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
      clear(AccessField.STEM, AccessField.QUERY);
    }
    return Arrays.stream(slots).filter(slot -> slot != ABSENT).boxed().toList();
  }

  private void clear(AccessField... fields) {
    for (AccessField field : fields) {
      slots[field.ordinal()] = ABSENT;
    }
  }

  private static List<Integer> durations(List<Directive> directives) {
    Map<Integer, List<Integer>> byRank = new TreeMap<>();
    for (int slot = 0; slot < directives.size(); slot++) {
      if (directives.get(slot).meaning() instanceof Took took) {
        byRank.computeIfAbsent(took.rank(), rank -> new ArrayList<>()).add(slot);
      }
    }
    return byRank.isEmpty() ? List.of() : List.copyOf(byRank.values().iterator().next());
  }

  private static Map<Integer, List<TimeSource.Part>> times(List<Directive> directives) {
    Map<Integer, List<TimeSource.Part>> byRank = new TreeMap<>();
    for (int slot = 0; slot < directives.size(); slot++) {
      if (directives.get(slot).meaning() instanceof When when) {
        byRank
            .computeIfAbsent(when.rank(), rank -> new ArrayList<>())
            .add(new TimeSource.Part(slot, when.text()));
      }
    }
    return byRank;
  }

  private void placeExtra(List<Directive> directives, List<Integer> taken) {
    for (int slot = 0; slot < directives.size(); slot++) {
      Directive directive = directives.get(slot);
      if (!taken.contains(slot) && !(directive.meaning() instanceof Meaning.Ignored)) {
        extra.putIfAbsent(directive.name(), slot);
      }
    }
  }
}
