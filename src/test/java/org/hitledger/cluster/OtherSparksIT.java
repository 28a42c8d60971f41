package org.hitledger.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hitledger.cluster.Submit.Finished;
import org.hitledger.testing.DuckDb;
import org.hitledger.testing.Full;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jar that was built for one Spark 4 runs on the others, as they are. */
@Full
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class OtherSparksIT {

  @ParameterizedTest
  @CsvSource({"4.0.4, 3.4.1, 2.18.6", "4.1.3, 3.4.2, 2.21.2"})
  void the_same_jar_gives_the_same_results(
      String spark, String hadoop, String jackson, @TempDir Path folder) throws Exception {
    Path home = sparkHome(spark, hadoop, jackson);
    Path logs = CorpusOnDisk.write(folder.resolve("logs"), 4);
    Finished here = Submit.with().run("count", "--output", folder.resolve("here"), logs);
    assertThat(here.code()).as(here.err()).isZero();

    Submit other = Submit.with().withSparkHome(home);
    Finished there = other.run("count", "--output", folder.resolve("there"), logs);

    assertThat(there.code()).as(there.err()).isZero();
    assertThat(there.out()).isEqualTo(here.out());
    assertThat(Results.in(folder.resolve("there"))).isEqualTo(Results.in(folder.resolve("here")));
    assertThat(Files.readString(folder.resolve("there/run.json")))
        .contains("\"spark\" : \"" + spark + "\"");
    assertThat(hitsByTheSource(home, logs)).isEqualTo(hitsByCount(logs));

    Path table = folder.resolve("table");
    Finished hits = other.run("hits", "--output", table, "--rejects", folder.resolve("r"), logs);
    assertThat(hits.code()).as(hits.err()).isZero();
    assertThat(countedRows(table))
        .containsExactlyInAnyOrderElementsOf(hitsByCount(logs).lines().toList());
  }

  private static List<String> countedRows(Path table) {
    return DuckDb.rows(
        "SELECT count(*), path FROM '%s/hits/*/*.parquet' WHERE outcome = 'counted' GROUP BY path"
            .formatted(table));
  }

  private static String hitsByCount(Path logs) throws Exception {
    return Submit.with().run("count", "--top=all", "--format=tsv", logs).out();
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
