package org.hitledger.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Whether time grows with the length of a line and not with its square, up to two million bytes.
 *
 * <p>Processor time counts and not the clock, and of it only the best of several: a busy machine
 * makes a run slower and never faster.
 */
public final class LinearTime {
  private static final int FIRST_LENGTH = 1 << 13;

  private static final int LAST_LENGTH = 1 << 19;

  private static final int TIMES_LONGER = 4;

  /** Four would be exact; caches and the collector have a say in it too. Squares give sixteen. */
  private static final double MOST_GROWTH = 8;

  /** Below, a clock and a cache decide, not the code. */
  private static final long TOO_SHORT_TO_COMPARE = TimeUnit.MILLISECONDS.toNanos(1);

  private static final int REPETITIONS = 10;

  private static final int ATTEMPTS = 5;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final IntFunction<byte[]> lines;
  private final Function<byte[], Object> work;

  private LinearTime(IntFunction<byte[]> lines, Function<byte[], Object> work) {
    this.lines = lines;
    this.work = work;
  }

  /**
   * Measures up to two million bytes.
   *
   * @param lines of one kind, by their lengths
   * @param work to be done for each
   * @param mostLoops as often as a plain loop over the bytes takes
   */
  public static void assertOf(
      IntFunction<byte[]> lines, Function<byte[], Object> work, double mostLoops) {
    var time = new LinearTime(lines, work);
    time.assertGrowth(FIRST_LENGTH, LAST_LENGTH);
    time.assertFast(mostLoops);
  }

  /**
   * Measures up to 250,000 bytes, for lines of very many kinds.
   *
   * @param lines of one kind, by their lengths
   * @param work to be done for each
   */
  public static void assertOf(IntFunction<byte[]> lines, Function<byte[], Object> work) {
    new LinearTime(lines, work).assertGrowth(FIRST_LENGTH / 2, FIRST_LENGTH * 8);
  }

  /** From short to long, so that a time that explodes is a failure and not a wait. */
  private void assertGrowth(int first, int last) {
    IntStream.iterate(first, length -> length <= last, length -> TIMES_LONGER * length)
        .forEach(
            length ->
                assertThat(
                        IntStream.range(0, ATTEMPTS)
                            .mapToDouble(attempt -> growth(length))
                            .anyMatch(growth -> growth <= MOST_GROWTH))
                    .as(
                        "whether %d bytes take at most %s times the time of %d",
                        TIMES_LONGER * length, MOST_GROWTH, length)
                    .isTrue());
  }

  private void assertFast(double mostLoops) {
    byte[] longest = lines.apply(TIMES_LONGER * LAST_LENGTH);
    assertThat(
            IntStream.range(0, ATTEMPTS)
                .mapToDouble(attempt -> (double) best(longest, work) / loop(longest))
                .anyMatch(loops -> loops <= mostLoops))
        .as("whether it takes at most %s times as long as a loop over the bytes", mostLoops)
        .isTrue();
  }

  private static long loop(byte[] line) {
    return best(line, bytes -> sumOf(bytes));
  }

  private static int sumOf(byte[] bytes) {
    int sum = 0;
    for (byte b : bytes) {
      sum = 31 * sum + b;
    }
    return sum;
  }

  private double growth(int length) {
    long once = bestNanos(length);
    long longer = bestNanos(TIMES_LONGER * length);
    return longer < TOO_SHORT_TO_COMPARE ? 1 : (double) longer / once;
  }

  private long bestNanos(int length) {
    return best(lines.apply(length), work);
  }

  /** The repetitions also warm up what is measured. */
  private static long best(byte[] line, Function<byte[], Object> work) {
    return IntStream.range(0, REPETITIONS)
        .mapToLong(repetition -> nanos(line, work))
        .min()
        .orElseThrow();
  }

  /** Of this thread on a processor: what else the machine does takes time, but none of this. */
  private static long nanos(byte[] line, Function<byte[], Object> work) {
    long start = THREADS.getCurrentThreadCpuTime();
    Object result = work.apply(line);
    long nanos = THREADS.getCurrentThreadCpuTime() - start;
    assertThat(result).isNotNull();
    return nanos;
  }
}
