package org.hitledger.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hitledger.logformat.Combined;
import org.hitledger.logformat.LineReader;
import org.hitledger.oracle.Oracle;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.PathRules;
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

/** Lines a second on one core: parsed, and classified, which includes parsing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class LineBenchmark {
  /** Which lines. */
  @Param public SampleLines lines;

  private final LineClassifier classifier =
      new LineClassifier(
          new PathRules(
              Oracle.defaultSection(), Oracle.defaultNames(), Oracle.defaultExtensions()));

  private final LineReader reader = Combined.COMBINED.reader();

  private List<byte[]> data;

  /** Makes the lines, which takes longer than going through them. */
  @Setup
  public void makeLines() {
    data = lines.make();
  }

  /**
   * From bytes to fields.
   *
   * @param results where they go
   */
  @Benchmark
  @OperationsPerInvocation(SampleLines.COUNT)
  public void parse(Blackhole results) {
    for (byte[] line : data) {
      results.consume(reader.read(line));
    }
  }

  /**
   * From bytes to a verdict.
   *
   * @param results where they go
   */
  @Benchmark
  @OperationsPerInvocation(SampleLines.COUNT)
  public void classify(Blackhole results) {
    for (byte[] line : data) {
      results.consume(classifier.classify(line, reader));
    }
  }
}
