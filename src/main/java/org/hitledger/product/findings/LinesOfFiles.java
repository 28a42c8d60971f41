package org.hitledger.product.findings;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hitledger.balance.Balance;
import org.hitledger.logformat.FileFormats;
import org.hitledger.product.Columns;
import org.hitledger.rules.Outcome;

/**
 * How many lines of each class the files of a run have.
 *
 * @param byFile only classes with a line, only files with one
 */
public record LinesOfFiles(Map<String, Map<Outcome, Long>> byFile) {
  private static final StructType BALANCE =
      new StructType()
          .add(Columns.FILE.label(), DataTypes.StringType)
          .add(Columns.OUTCOME.label(), DataTypes.StringType)
          .add(Columns.LINES.label(), DataTypes.LongType)
          .add(Columns.LOG_FORMAT.label(), DataTypes.StringType);

  /** Takes a copy, by file, then in the order of the classes. */
  public LinesOfFiles {
    var copy = new TreeMap<String, Map<Outcome, Long>>();
    byFile.forEach(
        (file, lines) -> {
          if (!lines.isEmpty()) {
            copy.put(file, new EnumMap<>(lines));
          }
        });
    byFile = Collections.unmodifiableMap(copy);
  }

  /** What parts of files come to. */
  static LinesOfFiles of(Set<LinesOfPart> parts) {
    Map<String, Map<Outcome, Long>> files = new TreeMap<>();
    for (LinesOfPart found : parts) {
      Map<Outcome, Long> file =
          files.computeIfAbsent(found.part().file(), name -> new EnumMap<>(Outcome.class));
      found.lines().forEach((outcome, number) -> file.merge(outcome, number, Long::sum));
    }
    return new LinesOfFiles(files);
  }

  /**
   * The lines that are accesses.
   *
   * @return these without all other classes
   */
  public LinesOfFiles accesses() {
    var files = new TreeMap<String, Map<Outcome, Long>>();
    byFile.forEach(
        (file, lines) -> {
          var accesses = new EnumMap<>(lines);
          accesses.keySet().removeIf(outcome -> !outcome.isAccepted());
          files.put(file, accesses);
        });
    return new LinesOfFiles(files);
  }

  /**
   * All files together.
   *
   * @return lines by class
   */
  public Balance balance() {
    return new Balance(
        byFile.values().stream()
            .flatMap(lines -> lines.entrySet().stream())
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    Map.Entry::getValue,
                    Long::sum,
                    () -> new EnumMap<>(Outcome.class))));
  }

  /** How many lines a file has, without those that are blank or set apart. */
  long meantAsAccesses(String file) {
    return LinesOfPart.meantAsAccesses(byFile.getOrDefault(file, Map.of()));
  }

  /**
   * The table of the balance.
   *
   * @param spark who makes it
   * @param formats of the files
   * @return {@code file} string, {@code outcome} string, {@code lines} bigint, {@code log_format}
   *     string; by file, then in the order of the classes
   */
  public Dataset<Row> table(SparkSession spark, FileFormats formats) {
    List<Row> rows =
        byFile.entrySet().stream()
            .flatMap(
                file ->
                    file.getValue().entrySet().stream()
                        .map(
                            lines ->
                                RowFactory.create(
                                    file.getKey(),
                                    lines.getKey().label(),
                                    lines.getValue(),
                                    formats.nameOf(file.getKey()))))
            .toList();
    return spark.createDataFrame(rows, BALANCE).coalesce(1);
  }
}
