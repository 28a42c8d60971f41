package org.hitledger.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hitledger.cluster.Submit.Finished;
import org.hitledger.testing.DuckDb;
import org.hitledger.testing.Full;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jar that was built for one Spark 4 runs on the others, as they are. */
@Full
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class OtherSparksIT {
  private Path folder;
  private Path logs;
  private Path table;
  private String hitsByCount;
  private Made here;

  /** What one Spark makes of the same logs, tables and samples. */
  private record Made(
      String shown, Results counts, String rows, List<String> segments, String page) {}

  @BeforeAll
  void makeAllWithThisSpark(@TempDir Path temp) throws Exception {
    folder = temp;
    logs = CorpusOnDisk.write(temp.resolve("logs"), 4);
    table = temp.resolve("table");
    done(Submit.with().run("hits", "--output", table, logs));
    hitsByCount = done(Submit.with().run("count", "--top=all", "--format=tsv", logs)).out();
    here = made(Submit.with(), "this");
  }

  private Made made(Submit spark, String name) throws Exception {
    Path home = Files.createDirectories(folder.resolve(name));
    Finished count = done(spark.run("count", "--output", home.resolve("counts"), logs));
    return new Made(
        count.out(),
        Results.in(home.resolve("counts")),
        sql(spark, table),
        segments(spark, home.resolve("ledger")),
        page(spark, home.resolve("page.html")).replace(home.toString(), ""));
  }

  @ParameterizedTest
  @CsvSource({"4.0.4, 3.4.1, 2.18.6", "4.1.3, 3.4.2, 2.21.2"})
  void the_same_jar_gives_the_same_results(String spark, String hadoop, String jackson)
      throws Exception {
    Path home = sparkHome(spark, hadoop, jackson);
    Submit other = Submit.with().withSparkHome(home);

    assertThat(made(other, spark)).isEqualTo(here);
    assertThat(Files.readString(folder.resolve(spark).resolve("counts/run.json")))
        .contains("\"spark\" : \"" + spark + "\"");
    assertThat(hitsByTheSource(home, logs)).isEqualTo(hitsByCount);
    Path hits = folder.resolve(spark).resolve("hits");
    done(other.run("hits", "--output", hits, "--rejects", folder.resolve(spark + "-r"), logs));
    assertThat(countedRows(hits)).containsExactlyInAnyOrderElementsOf(hitsByCount.lines().toList());
  }

  private static String sql(Submit spark, Path table) throws Exception {
    String query =
        "SELECT status, crawler, count(*), count(DISTINCT host), max(time) FROM hits GROUP BY ALL ORDER BY ALL";
    return done(spark.run("sql", query, table)).out();
  }

  /** The hits that two updates of a ledger have entered: of one sample, and of the others. */
  private static List<String> segments(Submit spark, Path ledger) throws Exception {
    done(spark.run("update", "--ledger", ledger, "src/samples/access.log-20120601.gz"));
    done(spark.run("update", "--ledger", ledger, "src/samples"));
    return Stream.of("000001", "000002")
        .flatMap(segment -> Results.hitsIn(ledger.resolve("segments").resolve(segment)).stream())
        .toList();
  }

  /** All that stands on the page of a report, but for when it was made. */
  private static String page(Submit spark, Path file) throws Exception {
    done(spark.run("report", "--output", file, "src/samples"));
    Document page = Jsoup.parse(Files.readString(file));
    page.select("p.subject").remove();
    return page.body().text();
  }

  private static Finished done(Finished run) {
    assertThat(run.code()).as(run.err()).isIn(0, 4);
    return run;
  }

  private static List<String> countedRows(Path table) {
    return DuckDb.rows(
        "SELECT count(*), path FROM '%s/hits/*/*.parquet' WHERE outcome = 'counted' GROUP BY path"
            .formatted(table));
  }

  /** As a program has them that knows the name of the source alone. */
  private static String hitsByTheSource(Path home, Path logs) throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("conf/java-options").toAbsolutePath(),
                "-Dlog4j2.configurationFile=" + Path.of("conf/log4j2.properties").toAbsolutePath(),
                "-cp",
                home.resolve("jars") + "/*:target/hitledger.jar:target/test-classes",
                SourceByNameMain.class.getName(),
                logs.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String out = new String(program.getInputStream().readAllBytes(), UTF_8);
    assertThat(program.waitFor()).isZero();
    return out;
  }

  private static Path sparkHome(String spark, String hadoop, String jackson) throws Exception {
    Path home = Path.of("target", "spark-" + spark).toAbsolutePath();
    int code =
        new ProcessBuilder(
                "mvn",
                "-q",
                "-B",
                "dependency:copy-dependencies",
                "-DincludeScope=provided",
                "-Dspark.version=" + spark,
                "-Dhadoop.version=" + hadoop,
                "-Djackson.version=" + jackson,
                "-DoutputDirectory=" + home.resolve("jars"))
            .inheritIO()
            .start()
            .waitFor();
    assertThat(code).isZero();
    return SparkHome.in(home);
  }
}
