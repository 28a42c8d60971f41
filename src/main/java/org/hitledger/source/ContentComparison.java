package org.hitledger.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/**
 * Finds files with equal content, by looks that cost more and more at fewer and fewer files: at how
 * long they are, at their first bytes, and at all of them. Only the last look decides that files
 * are equal: the trailer of a gzip file may be that of its last member alone.
 */
final class ContentComparison {
  private ContentComparison() {}

  /**
   * Compares files.
   *
   * @param files in some order
   * @param hadoop how to reach their file systems
   * @return the groups of equal ones, each in that order
   */
  static List<List<InputFile>> groups(List<InputFile> files, Configuration hadoop) {
    if (files.size() < 2) {
      return List.of();
    }
    List<ComparedFile> all =
        new ArrayList<>(each(files, file -> Optional.of(ComparedFile.of(file, hadoop))).values());
    return alike(all, ComparedFile::lengthKey)
        .flatMap(ContentComparison::withAlikeChecksums)
        .flatMap(some -> alike(some, ComparedFile::head))
        .flatMap(few -> alike(few, ComparedFile::digest))
        .map(group -> group.stream().map(ComparedFile::file).toList())
        .toList();
  }

  /** What plain text has for a checksum is not known before it is read. */
  private static Stream<List<ComparedFile>> withAlikeChecksums(List<ComparedFile> files) {
    return files.stream().anyMatch(ComparedFile::isPlain)
        ? Stream.of(files)
        : alike(files, file -> Optional.of(file.trailer()));
  }

  /** The groups of files with equal keys, of two or more. */
  private static <K> Stream<List<ComparedFile>> alike(
      List<ComparedFile> files, Function<ComparedFile, Optional<K>> key) {
    var groups = new LinkedHashMap<K, List<ComparedFile>>();
    each(files, key)
        .forEach((file, k) -> groups.computeIfAbsent(k, any -> new ArrayList<>()).add(file));
    return groups.values().stream().filter(group -> group.size() > 1);
  }

  /** A value for each file that has one, in the files' order; some are looked at at a time. */
  private static <F, V> Map<F, V> each(List<F> files, Function<F, Optional<V>> look) {
    Map<F, V> found = new ConcurrentHashMap<>();
    ParallelChecks.atEach(
        files, file -> look.apply(file).ifPresent(value -> found.put(file, value)));
    var inOrder = new LinkedHashMap<F, V>();
    files.stream().filter(found::containsKey).forEach(file -> inOrder.put(file, found.get(file)));
    return inOrder;
  }
}
