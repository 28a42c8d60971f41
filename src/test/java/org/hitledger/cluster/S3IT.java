package org.hitledger.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hitledger.cluster.Submit.Finished;
import org.hitledger.cluster.Submit.Running;
import org.hitledger.docs.Page;
import org.hitledger.testing.DuckDb;
import org.hitledger.testing.Full;
import org.hitledger.testing.LogFile;
import org.junit.jupiter.api.Test;

/** From S3 to S3, by Hadoop's S3A, with a server whose requests are noted on their way. */
@Full
class S3IT extends S3Tests {
  private static final Pattern PACKAGE = Pattern.compile("[\\w.]+:([\\w-]+:[\\d.]+)");
  private static final int KEYS = 2_200;
  private static final int LOGS = 100;
  private static final int LINES = 3;
  private static final int MOST_REQUESTS = 190;
  private static final int MOST_PER_LOG = 10;

  @Test
  void counts_from_s3_to_s3_are_those_of_local_files_and_the_secret_is_found_nowhere()
      throws Exception {
    Path events = Files.createDirectories(folder.resolve("events"));
    Running run =
        job()
            .conf(
                "spark.eventLog.enabled=true",
                "spark.eventLog.compress=false",
                "spark.eventLog.dir=" + events.toUri())
            .start("count", "--output", "s3a://bucket/counts", "s3a://bucket/logs");
    forwarder.awaitFirst();
    assertThat(arguments(run.process().toHandle()))
        .contains("s3a://bucket/counts")
        .doesNotContain(S3Server.SECRET);
    Finished end = run.finish();
    List<S3Request> requests = forwarder.seen();

    System.out.printf("requests of a count of four logs: %d%n", requests.size());
    assertThat(done(end)).isEqualTo(counted);
    assertThat(Results.in(copyOf("counts"))).isEqualTo(Results.in(local));
    assertThat(requests.size()).as("requests").isLessThanOrEqualTo(MOST_REQUESTS);
    assertManifestIsPutLast(requests);
    assertThat(end.out() + end.err()).doesNotContain(S3Server.SECRET);
    for (String key : server.keys("counts/")) {
      assertThat(new String(server.get(key), UTF_8)).as(key).doesNotContain(S3Server.SECRET);
    }
    assertThat(eventsIn(events))
        .contains("fs.s3a.endpoint", "SparkListenerApplicationEnd")
        .doesNotContain(S3Server.SECRET);
  }

  private void assertManifestIsPutLast(List<S3Request> requests) throws Exception {
    assertThat(server.keys("counts/").stream().map(key -> key.split("/", -1)[1]).distinct())
        .containsExactly("balance", "path_counts", "run.json");
    List<String> written = requests.stream().filter(S3Request::writes).map(S3Request::key).toList();
    assertThat(written).allMatch(key -> key.startsWith("counts/"));
    assertThat(written.get(0)).startsWith("counts/.writing-");
    assertThat(written.get(written.size() - 1)).isEqualTo("counts/run.json");
  }

  /** Of a process and all that it has started. */
  private static String arguments(ProcessHandle process) throws IOException {
    var all = new StringBuilder();
    for (ProcessHandle each : Stream.concat(Stream.of(process), process.descendants()).toList()) {
      all.append(Files.readString(Path.of("/proc", Long.toString(each.pid()), "cmdline")));
    }
    return all.toString();
  }

  private static String eventsIn(Path events) throws IOException {
    var all = new StringBuilder();
    try (Stream<Path> files = Files.walk(events)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  @Test
  void hits_are_written_and_read_again() throws Exception {
    done(
        job()
            .run(
                "hits",
                "--output",
                "s3a://bucket/table",
                "--rejects",
                "s3a://bucket/rejects",
                "s3a://bucket/logs"));
    assertPartsArePutAndCopiedTwice();
    assertThat(server.keys("rejects/")).contains("rejects/run.json");
    assertThat(done(job().run("count", "--from", "s3a://bucket/table"))).isEqualTo(counted);
    done(
        job()
            .run(
                "report",
                "--from",
                "s3a://bucket/table",
                "--output",
                "s3a://bucket/page-of-table.html"));
    assertThat(new String(server.get("page-of-table.html"), UTF_8)).endsWith("</html>\n");
    assertThat(
            done(job()
                    .run(
                        "sql",
                        "--format=csv",
                        "SELECT count(*) AS n FROM hits WHERE outcome = 'counted'",
                        "s3a://bucket/table"))
                .lines())
        .containsExactly("n", counts(local));
  }

  /** By Hadoop's own committer, since a rename is what it makes results of. */
  private void assertPartsArePutAndCopiedTwice() {
    List<S3Request> ofParts =
        forwarder.seen().stream()
            .filter(request -> request.writes() && request.key().startsWith("table/"))
            .filter(request -> request.key().endsWith(".parquet"))
            .toList();

    assertThat(ofParts).noneMatch(S3Request::isUploadedInPieces);
    var byMethod =
        ofParts.stream().collect(Collectors.groupingBy(S3Request::method, Collectors.toList()));
    assertThat(byMethod.get("PUT"))
        .isNotEmpty()
        .allMatch(put -> put.key().contains("/_temporary/"));
    assertThat(byMethod.get("COPY")).hasSize(2 * byMethod.get("PUT").size());
  }

  @Test
  void a_page_is_written_and_replaced() throws Exception {
    String page = "s3a://bucket/pages/page.html";
    done(job().run("report", "--output", page, "s3a://bucket/logs"));
    byte[] first = server.get("pages/page.html");
    refused(job().run("report", "--output", page, "s3a://bucket/logs"), 2, "exists");
    assertThat(server.get("pages/page.html")).isEqualTo(first);
    done(job().run("report", "--overwrite", "--rules=site", "--output", page, "s3a://bucket/logs"));
    assertThat(server.get("pages/page.html")).isNotEqualTo(first);
    assertThat(server.keys("pages/")).containsExactly("pages/page.html");
    assertThat(new String(server.get("pages/page.html"), UTF_8)).endsWith("</html>\n");
  }

  private static String counts(Path results) {
    return DuckDb.rows(
            "SELECT sum(count)::BIGINT FROM '%s/path_counts/*.parquet'".formatted(results))
        .get(0);
  }

  @Test
  void results_without_a_manifest_are_none() throws Exception {
    server.put("half/hits/x.parquet", "");
    refused(job().run("count", "--from", "s3a://bucket/half"), 3, "has no run.json");
  }

  @Test
  void what_needs_a_rename_is_refused() throws Exception {
    refused(
        job().run("count", "--overwrite", "--output", "s3a://bucket/x", "s3a://bucket/nothing"),
        2,
        "readers would meet");
    refused(
        job().run("update", "--ledger", "s3a://bucket/x", "s3a://bucket/nothing"),
        2,
        "enter the same lines twice");
  }

  @Test
  void keys_may_have_any_characters() throws Exception {
    List<String> names =
        List.of("a b.log", "a+b.log", "a%20b.log", "gänse-日本.log", "[2012]{x}.log", "100%.log");
    Path odd = folder.resolve("odd");
    for (String name : names) {
      LogFile.write(odd.resolve(name), linesOf(name, LINES));
    }
    server.putAll(odd, "odd");
    Path atHome = folder.resolve("odd-at-home");
    String expected =
        done(Submit.with("--master", "local[2]").run("count", "--output", atHome, odd));

    assertThat(done(job().run("count", "--output", "s3a://bucket/of-odd", "s3a://bucket/odd")))
        .isEqualTo(expected);
    assertThat(Results.in(copyOf("of-odd"))).isEqualTo(Results.in(atHome));
    assertThat(
            done(job()
                    .run(
                        "count",
                        "--format=tsv",
                        "s3a://bucket/odd/a+b.log",
                        "s3a://bucket/odd/a b.log"))
                .lines())
        .hasSize(2 * LINES)
        .allMatch(line -> line.contains(nameIn("a+b.log")) || line.contains(nameIn("a b.log")));
  }

  /** How the paths of a log's lines begin. */
  private static String nameIn(String log) {
    return "/book/%s-".formatted(Integer.toHexString(log.hashCode()));
  }

  private static List<byte[]> linesOf(String name, int lines) {
    return IntStream.range(0, lines)
        .mapToObj(
            line ->
                "192.0.2.1 - - [01/Jun/2012:22:17:%02d -0400] \"GET %s%d.html HTTP/1.1\" 200 5 \"-\" \"x\""
                    .formatted(line, nameIn(name), line))
        .map(line -> line.getBytes(UTF_8))
        .toList();
  }

  /** Most are marked as unfinished by their names, which come before and behind those of logs. */
  @Test
  void logs_among_more_keys_than_one_list_has_are_all_read() throws Exception {
    Path many = Files.createDirectories(folder.resolve("many"));
    for (int key = 0; key < KEYS - LOGS; key++) {
      Files.createFile(many.resolve((key % 2 == 0 ? ".part-" : "_part-") + key));
    }
    for (int log = 0; log < LOGS; log++) {
      String name = (log % 2 == 0 ? "ACCESS-%03d.log.gz" : "access-%03d.log.gz").formatted(log);
      LogFile.write(many.resolve(name), linesOf("n" + log, 1));
    }
    server.putAll(many, "many");

    Finished run = job().run("count", "--format=tsv", "--top=all", "s3a://bucket/many");
    assertThat(done(run).lines()).hasSize(LOGS);
    List<S3Request> requests = forwarder.seen();
    System.out.printf("requests of %d logs among %d keys: %d%n", LOGS, KEYS, requests.size());
    assertThat(requests).anyMatch(request -> request.query().contains("continuation-token"));
    assertThat(requests.size()).as("requests").isLessThanOrEqualTo(LOGS * MOST_PER_LOG);
  }

  /** The jars of these tests are those that the page has people fetch. */
  @Test
  void the_page_names_the_packages_that_were_tried() {
    assertThat(
            PACKAGE
                .matcher(
                    Page.S3
                        .text()
                        .lines()
                        .filter(line -> line.contains("--packages "))
                        .findFirst()
                        .orElseThrow())
                .results()
                .map((MatchResult found) -> found.group(1).replace(':', '-') + ".jar"))
        .hasSize(3)
        .allSatisfy(jar -> assertThat(S3Server.S3A.resolve(jar)).exists());
  }
}
