package org.hitledger.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hitledger.logformat.LineReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Lines a second on one core, from bytes to fields, for each log format. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class FormatBenchmark {
  /** Its name or string; which ones, the command says. */
  @Param("combined")
  public String format;

  private List<byte[]> data;
  private LineReader reader;

  /** Makes the lines. */
  @Setup
  public void makeLines() {
    FormatLines lines = FormatLines.of(format);
    data = lines.lines();
    reader = lines.reader();
  }

  /**
   * From bytes to fields.
   *
   * @param results where they go
   */
  @Benchmark
  @OperationsPerInvocation(FormatLines.COUNT)
  public void read(Blackhole results) {
    for (byte[] line : data) {
      results.consume(reader.read(line));
    }
  }
}
