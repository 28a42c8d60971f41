package org.hitledger.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What is known of logs once files are entered as they were recognised. */
public final class NextLogs {
  private final Map<Long, KnownLog> logs = new TreeMap<>();
  private final Map<Long, List<SeenFile>> files = new HashMap<>();
  private final Map<String, Long> numbers = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final UnaryOperator<String> formats;

  /** The logs that were seen again as they were, and those that were read once more. */
  private final Set<Long> unchanged = new HashSet<>();

  private final Map<Long, List<TextFile>> looks = new HashMap<>();

  private NextLogs(KnownLogs known, UnaryOperator<String> formats) {
    known.all().forEach(log -> logs.put(log.number(), log));
    this.formats = formats;
  }

  /**
   * Enters files.
   *
   * @param known the logs known before
   * @param recognised what the files are; one that is shorter is one that is meant to be so, and
   *     none is changed
   * @param formats the log format of a new log, by its file's name
   * @return all logs
   */
  public static KnownLogs of(
      KnownLogs known, List<Recognition> recognised, UnaryOperator<String> formats) {
    var next = new NextLogs(known, formats);
    recognised.forEach(next::enter);
    recognised.forEach(next::enterCopy);
    return next.logs();
  }

  /**
   * Adds what an update has written down of logs to what was known before.
   *
   * @param known the logs known before
   * @param entered those that the update has entered
   * @return all logs
   */
  public static KnownLogs replay(KnownLogs known, Collection<KnownLog> entered) {
    var next = new NextLogs(known, name -> "");
    for (KnownLog log : entered) {
      next.logs.put(log.number(), log);
      log.files().forEach(file -> next.see(log.number(), file));
    }
    return next.logs();
  }

  private void enter(Recognition found) {
    names.add(found.name());
    if (found instanceof Recognition.Unchanged same) {
      unchanged.add(same.log().number());
      see(same.log().number(), same.log().file(same.name()).orElseThrow());
    } else if (found instanceof Recognition.Known same) {
      looks.computeIfAbsent(same.log().number(), log -> new ArrayList<>()).add(same.file());
      see(same.log().number(), same.seen());
    } else if (found instanceof Recognition.DamagedCopy copy) {
      see(copy.log().number(), copy.file().seen());
    } else if (found instanceof Recognition.Grown grown) {
      put(grown.log().number(), grown.log().format(), grown.file());
    } else if (found instanceof Recognition.Shorter cut) {
      // The whole one stays known, should it come back.
      put(nextNumber(), cut.log().format(), cut.file());
    } else if (found instanceof Recognition.New log) {
      put(nextNumber(), formats.apply(log.name()), log.file());
    }
  }

  private long nextNumber() {
    return logs.keySet().stream().max(Comparator.naturalOrder()).orElse(0L) + 1;
  }

  private void put(long number, String format, TextFile file) {
    logs.put(number, KnownLog.of(number, format, file, file.end()));
    see(number, file.seen());
  }

  private void see(long number, SeenFile file) {
    names.add(file.name());
    numbers.put(file.name(), number);
    files.computeIfAbsent(number, log -> new ArrayList<>()).add(file);
  }

  private void enterCopy(Recognition found) {
    if (found instanceof Recognition.Copy copy) {
      see(numbers.get(copy.whole()), copy.file().seen());
    }
  }

  private KnownLogs logs() {
    return new KnownLogs(
        logs.values().stream().map(this::withDamage).map(this::withFiles).toList());
  }

  /** One file that was read to its end is enough to tell that nothing is lost. */
  private KnownLog withDamage(KnownLog log) {
    List<TextFile> files = looks.getOrDefault(log.number(), List.of());
    if (files.stream().anyMatch(file -> file.damage().isEmpty())) {
      return log.withDamage(List.of());
    }
    return files.isEmpty() || unchanged.contains(log.number())
        ? log
        : log.withDamage(files.get(0).damage());
  }

  /** A log that is nowhere to be seen is still known by where it was, but for what others have. */
  private KnownLog withFiles(KnownLog log) {
    List<SeenFile> seen =
        files.getOrDefault(log.number(), List.of()).stream()
            .filter(file -> numbers.get(file.name()) == log.number())
            .toList();
    return seen.isEmpty()
        ? log.withoutFiles(names)
        : log.withFiles(seen.stream().sorted(Comparator.comparing(SeenFile::name)).toList());
  }
}
