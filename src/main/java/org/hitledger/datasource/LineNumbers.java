package org.hitledger.datasource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.hitledger.lines.FilePart;
import org.hitledger.lines.LineEnds;
import scala.Tuple2;

/**
 * Numbers the lines of text that is cut into parts: a job of its own counts the line ends of each
 * part but the last of its file.
 */
final class LineNumbers {
  private final JavaSparkContext spark;

  LineNumbers(JavaSparkContext spark) {
    this.spark = spark;
  }

  /** The same parts, each with its lines numbered from the start of its file. */
  List<FilePart> of(List<FilePart> parts) {
    Map<FilePart, Long> ends = lineEnds(withAnotherBehind(parts));
    List<FilePart> numbered = new ArrayList<>();
    long before = 0;
    for (FilePart part : parts) {
      before = part.isNumbered() ? part.linesBefore() : before;
      numbered.add(part.numberedAfter(before));
      before += ends.getOrDefault(part, 0L) + (part.isNumbered() ? 1 : 0);
    }
    return numbered;
  }

  private static List<FilePart> withAnotherBehind(List<FilePart> parts) {
    List<FilePart> some = new ArrayList<>();
    for (int i = 1; i < parts.size(); i++) {
      if (!parts.get(i).isNumbered()) {
        some.add(parts.get(i - 1));
      }
    }
    return some;
  }

  private Map<FilePart, Long> lineEnds(List<FilePart> parts) {
    Map<FilePart, Long> ends = new HashMap<>();
    if (!parts.isEmpty()) {
      Broadcast<SerializableConfiguration> hadoop =
          spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
      spark
          .parallelize(parts, parts.size())
          .setName("numbers of lines")
          .mapToPair(part -> new Tuple2<>(part, LineEnds.count(part, hadoop.value().value())))
          .collect()
          .forEach(counted -> ends.put(counted._1(), counted._2()));
      hadoop.unpersist();
    }
    return ends;
  }
}
