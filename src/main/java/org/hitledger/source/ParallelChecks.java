package org.hitledger.source;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Looks at many files, some at a time: each look waits for a file system, and an object store takes
 * tens of milliseconds to answer.
 */
public final class ParallelChecks {
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
    results(
        files,
        file -> {
          look.accept(file);
          return file;
        });
  }

  /**
   * Looks at each file once.
   *
   * @param files the files
   * @param look done by several threads at a time; throws if something is wrong with a file
   * @return what the looks gave, in the list's order
   * @throws RuntimeException what the look threw of the first such file, in the list's order
   */
  public static <T, R> List<R> results(List<T> files, Function<T, R> look) {
    if (files.isEmpty()) {
      return List.of();
    }
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(files.size(), AT_A_TIME));
    try {
      List<Future<R>> looks =
          files.stream().map(file -> pool.submit(() -> look.apply(file))).toList();
      return looks.stream().map(ParallelChecks::result).toList();
    } finally {
      pool.shutdownNow();
    }
  }

  private static <R> R result(Future<R> look) {
    try {
      return look.get();
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
