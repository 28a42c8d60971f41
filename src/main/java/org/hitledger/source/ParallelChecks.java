package org.hitledger.source;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Looks at many files, some at a time: each look waits for a file system, and an object store takes
 * tens of milliseconds to answer.
 */
final class ParallelChecks {
  private static final int AT_A_TIME = 32;

  private ParallelChecks() {}

  /**
   * Looks at each file once.
   *
   * @param files the files
   * @param look done by several threads at a time; throws if something is wrong with a file
   * @throws RuntimeException what the look threw of the first such file, in the list's order
   */
  static <T> void atEach(List<T> files, Consumer<T> look) {
    if (files.isEmpty()) {
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(files.size(), AT_A_TIME));
    try {
      List<Future<?>> looks = new ArrayList<>();
      files.forEach(file -> looks.add(pool.submit(() -> look.accept(file))));
      looks.forEach(ParallelChecks::await);
    } finally {
      pool.shutdownNow();
    }
  }

  private static void await(Future<?> look) {
    try {
      look.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while looking at files", e);
    }
  }
}
