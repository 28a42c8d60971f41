package org.hitledger.product.stored;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.hitledger.balance.Balance;
import org.hitledger.fault.InputFault;
import org.hitledger.identity.Damage;
import org.hitledger.ledger.StoredResults;
import org.hitledger.logformat.FileFormats;
import org.hitledger.publish.Manifest;
import org.hitledger.publish.PublishedResults;
import org.hitledger.publish.ResultFolder;
import org.hitledger.rules.Outcome;
import org.hitledger.source.InputFile;
import org.hitledger.source.Inputs;
import org.hitledger.spark.LiteralPaths;

/**
 * The hits of an earlier run, or of the updates of a ledger: their tables, and what their manifests
 * say.
 */
public final class StoredHits {
  private static final String LINES_READ = "lines_read";

  private final StoredResults stored;
  private final List<Damage> damage;
  private final Path folder;
  private final List<StoredRun> runs;

  private StoredHits(StoredResults stored, List<StoredRun> runs) {
    this.stored = stored;
    damage = stored.damage();
    this.folder = stored.results().path();
    this.runs = List.copyOf(runs);
  }

  /**
   * The hits that a folder has.
   *
   * @param name of a ledger or of the results of one run, on any file system that Hadoop knows
   * @param hadoop how to reach it
   * @return its hits
   * @throws InputFault if it cannot be read, or has no hits of ours
   */
  public static StoredHits in(String name, Configuration hadoop) {
    StoredResults stored = StoredResults.at(name, hadoop);
    PublishedResults results = stored.results();
    List<StoredRun> runs =
        results.parts().stream().map(part -> StoredRun.at(part.toString(), hadoop)).toList();
    if (runs.isEmpty()) {
      throw new InputFault("%s has no segment yet; update it first".formatted(results.path()));
    }
    return new StoredHits(stored, runs);
  }

  /** Each folder with its hits. */
  List<StoredRun> runs() {
    return runs;
  }

  /** The rows of all hits, of some of their columns. */
  Dataset<Row> hits(SparkSession spark, StructType columns) {
    return read(spark, columns, ResultFolder.HITS);
  }

  /** The rows of all balances, of some of their columns. */
  Dataset<Row> balance(SparkSession spark, StructType columns) {
    return read(spark, columns, ResultFolder.BALANCE);
  }

  private Dataset<Row> read(SparkSession spark, StructType columns, String table) {
    return LiteralPaths.reader(spark)
        .schema(columns)
        // Folders are no columns here: it takes all tables in one scan.
        .option("recursiveFileLookup", true)
        // Whatever the site's settings say, no row must be left out without a word.
        .option("ignoreCorruptFiles", false)
        .option("ignoreMissingFiles", false)
        .parquet(runs.stream().map(run -> run.table(table)).toArray(String[]::new));
  }

  private Stream<Manifest> manifests() {
    return runs.stream().map(StoredRun::manifest);
  }

  /**
   * Where they lie.
   *
   * @return the folder alone
   */
  public Inputs folders() {
    return new Inputs(List.of(folder), List.of(), List.of());
  }

  /**
   * The logs that they were made of, as these were.
   *
   * @return files that need not be there any more
   */
  public Inputs logs() {
    return new Inputs(
        List.of(), manifestInputs().stream().map(StoredHits::file).toList(), List.of());
  }

  private static InputFile file(Manifest.Input log) {
    return new InputFile(
        new Path(log.file()), log.length(), Instant.parse(log.modified()).toEpochMilli());
  }

  /**
   * The logs that they were made of.
   *
   * @return as their manifests have them; a file that several have as the last one has it
   */
  public List<Manifest.Input> manifestInputs() {
    var inputs = new TreeMap<String, Manifest.Input>();
    manifests()
        .flatMap(manifest -> manifest.inputs().stream())
        .forEach(input -> inputs.put(input.file(), input));
    return List.copyOf(inputs.values());
  }

  /**
   * The files that were found beside these logs, and not read.
   *
   * @return why not, by file
   */
  public Map<String, String> leftOut() {
    var leftOut = new LinkedHashMap<String, String>();
    manifests().map(Manifest::left_out).forEach(leftOut::putAll);
    return leftOut;
  }

  /**
   * Those of the logs that are equal.
   *
   * @return as their manifests have them
   */
  public List<Manifest.SameContent> sameContent() {
    return manifests().flatMap(manifest -> manifest.same_content().stream()).toList();
  }

  /**
   * The logs that were not read to their ends.
   *
   * @return where they are damaged, but for those of which a ledger has entered a whole copy since
   */
  public List<Damage> damage() {
    return damage;
  }

  /**
   * Whether these are hits of a ledger.
   *
   * @return false for those of one run
   */
  public boolean areOfLedger() {
    return stored.ledger().isPresent();
  }

  /** The log format of each log. */
  FileFormats formats() {
    Map<String, String> names =
        manifestInputs().stream().collect(toMap(Manifest.Input::file, Manifest.Input::log_format));
    String usual = names.values().stream().findFirst().orElse(FileFormats.COMBINED.usual());
    names.values().removeIf(usual::equals);
    return new FileFormats(usual, names, FileFormats.COMBINED.zone());
  }

  /**
   * Whether a class of lines is to be listed that few logs have.
   *
   * @param outcome the class
   * @return true if one of the runs has listed it
   */
  public boolean list(Outcome outcome) {
    return manifests().anyMatch(manifest -> manifest.totals().containsKey(outcome.label()));
  }

  /**
   * Makes sure that no line is missing.
   *
   * @param balance of all lines, as they were read from the tables
   * @throws InputFault if it has other lines than the runs have read
   */
  public void requireAll(Balance balance) {
    long lines =
        manifests().mapToLong(manifest -> manifest.totals().getOrDefault(LINES_READ, 0L)).sum();
    if (balance.linesRead() != lines) {
      throw new InputFault(
          "%s: the tables have %,d lines, but %s says %,d; %s"
              .formatted(
                  folder,
                  balance.linesRead(),
                  ResultFolder.MANIFEST,
                  lines,
                  areOfLedger()
                      ? "make the ledger anew from its logs with update --rebuild"
                      : "write the hits anew from their logs"));
    }
  }

  /**
   * Makes sure that no other hits have taken the place of these.
   *
   * @param hadoop how to reach the file systems
   * @throws InputFault if it is so
   */
  public void requireUnchanged(Configuration hadoop) {
    for (StoredRun run : runs) {
      if (!StoredRun.at(run.toString(), hadoop).manifest().equals(run.manifest())) {
        throw new InputFault("%s was replaced while it was read; run again".formatted(run));
      }
    }
  }
}
