package org.hitledger.datasource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.BlockLocation;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.network.util.JavaUtils;
import org.apache.spark.sql.SparkSession;
import org.hitledger.lines.FilePart;
import org.hitledger.logformat.LogFormat;
import org.hitledger.product.hits.HitColumn;
import org.hitledger.source.HadoopFileSystems;
import org.hitledger.source.InputFile;

/**
 * Which task reads what: plain text is cut, a packed file is not, and small ones share a task, by
 * the settings that Spark's own sources go by.
 */
final class PartitionPlan {
  /** How many times larger plain text is than what it is packed into, about. */
  private static final int PACKING_RATIO = 10;

  private final Logs logs;
  private final UnaryOperator<List<FilePart>> numbering;
  private final Configuration hadoop;
  private final long openCost;
  private final long mostBytes;
  private final int tasks;

  /**
   * A plan for a session.
   *
   * @param numbering numbers the lines of parts from the start of their files, if that is wanted
   */
  PartitionPlan(Logs logs, UnaryOperator<List<FilePart>> numbering, SparkSession spark) {
    this.logs = logs;
    this.numbering = numbering;
    hadoop = spark.sparkContext().hadoopConfiguration();
    openCost = bytes("spark.sql.files.openCostInBytes", spark);
    mostBytes = bytes("spark.sql.files.maxPartitionBytes", spark);
    tasks = Math.max(1, spark.sparkContext().defaultParallelism());
  }

  private static long bytes(String setting, SparkSession spark) {
    return JavaUtils.byteStringAsBytes(spark.conf().get(setting));
  }

  /** The partitions, largest first. */
  List<LogPartition> of(PushedFilters filters) {
    List<InputFile> files =
        logs.inputs().files().stream()
            .filter(file -> filters.admits(HitColumn.FILE, file.name()))
            .toList();
    long partBytes = partBytes(files);
    Map<String, LogFormat> formats = logs.formats().distinct();
    List<FilePart> parts =
        files.stream()
            .flatMap(
                file ->
                    mayBeCut(file, formats)
                        ? cut(logs.ranges().partOf(file), partBytes)
                        : Stream.of(logs.ranges().partOf(file)))
            .toList();
    return together(numbering.apply(parts), partBytes);
  }

  private long partBytes(List<InputFile> files) {
    long all =
        files.stream().mapToLong(file -> weight(logs.ranges().partOf(file)) + openCost).sum();
    return Math.min(mostBytes, Math.max(openCost, all / tasks));
  }

  /** Bytes of plain text that are as much work. */
  private static long weight(FilePart part) {
    return part.isPacked() ? part.length() * PACKING_RATIO : part.length();
  }

  private static long weightOfAll(LogPartition partition) {
    return partition.parts().stream().mapToLong(PartitionPlan::weight).sum();
  }

  private boolean mayBeCut(InputFile file, Map<String, LogFormat> formats) {
    return file.isPlain() && !formats.get(logs.formats().nameOf(file.name())).hasHeaders();
  }

  private static Stream<FilePart> cut(FilePart whole, long bytes) {
    return LongStream.iterate(whole.start(), from -> from < whole.end(), from -> from + bytes)
        .mapToObj(from -> whole.between(from, Math.min(from + bytes, whole.end())));
  }

  /** Neighbours share a task: by their names they are often of one day. */
  private List<LogPartition> together(List<FilePart> parts, long bytes) {
    List<LogPartition> partitions = new ArrayList<>();
    List<FilePart> some = new ArrayList<>();
    long length = 0;
    for (FilePart part : parts) {
      if (!some.isEmpty() && length + weight(part) > bytes) {
        partitions.add(partition(some));
        some.clear();
        length = 0;
      }
      some.add(part);
      length += weight(part) + openCost;
    }
    if (!some.isEmpty()) {
      partitions.add(partition(some));
    }
    partitions.sort(Comparator.comparingLong(PartitionPlan::weightOfAll).reversed());
    return partitions;
  }

  private LogPartition partition(List<FilePart> parts) {
    FilePart largest = Collections.max(parts, Comparator.comparingLong(PartitionPlan::weight));
    return new LogPartition(List.copyOf(parts), hosts(largest));
  }

  /** Of the largest part, for all of them. */
  private List<String> hosts(FilePart part) {
    try {
      FileSystem fs = HadoopFileSystems.of(part.path(), hadoop);
      BlockLocation[] blocks =
          part.length() == 0
              ? new BlockLocation[0]
              : fs.getFileBlockLocations(part.path(), part.start(), part.length());
      return blocks.length == 0
          ? List.of()
          : Arrays.stream(blocks[0].getHosts()).filter(host -> !host.equals("localhost")).toList();
    } catch (IOException e) {
      // Nothing hangs on where a task runs; if the file cannot be read, the task says so.
      return List.of();
    }
  }
}
