package org.hitledger.spark;

import java.util.HashMap;
import java.util.Map;

/**
 * Bytes that the tasks of one stage have read. A part of the logs counts once, however often it was
 * tried, one after the other or at the same time.
 */
final class BytesOfTasks {
  private final Map<Long, Running> running = new HashMap<>();
  private final Map<Integer, Long> done = new HashMap<>();
  private long bytesDone;
  private long most;

  private record Running(int part, long bytes) {}

  /** A task, by an id that no other has, begins with a part. */
  void begin(long task, int part) {
    running.put(task, new Running(part, 0));
  }

  /** What a task has read since it began; nothing is taken of a task that does not run. */
  void update(long task, long bytes) {
    running.computeIfPresent(task, (id, before) -> new Running(before.part(), bytes));
  }

  /** A task has failed, or is not needed any more. */
  void drop(long task) {
    running.remove(task);
  }

  /** A task has read its part to the end. */
  void complete(long task, int part, long bytes) {
    running.remove(task);
    if (done.putIfAbsent(part, bytes) == null) {
      bytesDone += bytes;
    }
  }

  int partsDone() {
    return done.size();
  }

  /** Never fewer than before, also where a task has failed. */
  long bytes() {
    var furthest = new HashMap<Integer, Long>();
    running.values().stream()
        .filter(task -> !done.containsKey(task.part()))
        .forEach(task -> furthest.merge(task.part(), task.bytes(), Math::max));
    long now = bytesDone + furthest.values().stream().mapToLong(Long::longValue).sum();
    most = Math.max(most, now);
    return most;
  }
}
