package org.hitledger.product.rejects;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * The rejected lines that a task has kept.
 *
 * @param partition what the task has read; tries of the same have the same lines
 * @param name of the file, with scheme
 */
record TaskFile(int partition, String name) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The names, one of each partition: rows that get lost are made again by another task. */
  static List<String> names(Collection<TaskFile> files) {
    var names = new TreeMap<Integer, String>();
    files.forEach(file -> names.putIfAbsent(file.partition(), file.name()));
    return List.copyOf(names.values());
  }
}
