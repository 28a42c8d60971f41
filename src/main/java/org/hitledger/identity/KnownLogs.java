package org.hitledger.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All logs that were entered, to be found by how they begin and by where they were seen. */
public final class KnownLogs {
  private final List<KnownLog> logs;
  private final Map<String, List<KnownLog>> byBeginning = new HashMap<>();
  private final Map<String, KnownLog> byName = new HashMap<>();

  /**
   * Logs to look among.
   *
   * @param logs in the order of their numbers
   */
  public KnownLogs(Collection<KnownLog> logs) {
    this.logs = List.copyOf(logs);
    for (KnownLog log : this.logs) {
      byBeginning.computeIfAbsent(log.beginning(), beginning -> new ArrayList<>()).add(log);
      log.files().forEach(file -> byName.put(file.name(), log));
    }
  }

  /**
   * All of them.
   *
   * @return in the order of their numbers
   */
  public List<KnownLog> all() {
    return logs;
  }

  /**
   * What is lost of them as far as is known.
   *
   * @return where the files are damaged that some of them were entered from
   */
  public List<Damage> damage() {
    return logs.stream().flatMap(log -> log.damage().stream()).toList();
  }

  /**
   * The log that a file had.
   *
   * @param name the file's path with scheme
   * @return the log that was seen there last
   */
  public Optional<KnownLog> seenIn(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * The file as it was.
   *
   * @param name its path with scheme
   * @return how it was seen last
   */
  public Optional<SeenFile> file(String name) {
    return seenIn(name).flatMap(log -> log.file(name));
  }

  /**
   * Where a text has to be measured, so that it can be compared with all logs that it may be.
   *
   * @param name the file's path with scheme
   * @param start its first bytes; 4 KiB, or all that it has
   * @param length how many they are
   * @param key of all digests
   * @return places in bytes
   */
  public SortedSet<Long> placesToMeasure(String name, byte[] start, int length, DigestKey key) {
    var places = new TreeSet<Long>();
    Head head = Head.of(start, length, key);
    Stream.concat(
            beginningWith(head).stream().filter(log -> log.mayBegin(head)), seenIn(name).stream())
        .forEach(
            log -> {
              places.add(log.entered().bytes());
              places.add(log.withEnd().bytes());
              places.addAll(log.marks().keySet());
            });
    return places;
  }

  List<KnownLog> beginningWith(Head head) {
    return byBeginning.getOrDefault(head.beginning(), List.of());
  }
}
