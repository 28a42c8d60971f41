package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hitledger.oracle.Oracle;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.DuckDb;
import org.hitledger.testing.ExpectedHits;
import org.hitledger.testing.Full;
import org.hitledger.testing.HitTable;
import org.hitledger.testing.LogFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Hosts that nobody can find again in a table that was made without them. */
@Full
@TestInstance(Lifecycle.PER_CLASS)
class AnonymousHitsTest {
  /** Each form of an address, and what is left of it; the addresses are those of documentation. */
  private static final Map<String, String> TRUNCATED =
      Stream.of(
              "203.0.113.195 203.0.113.0",
              "198.51.100.0 198.51.100.0",
              "255.255.255.255 255.255.255.0",
              "0.0.0.1 0.0.0.0",
              "2001:db8:1:2:3:4:5:6 2001:db8:1::",
              "2001:DB8:0001:00FF::ABCD 2001:db8:1::",
              "2001:db8:abcd:12::17 2001:db8:abcd::",
              "2001:db8::17 2001:db8::",
              "2001:0:0:1:2:3:4:5 2001::",
              "2001:db8:1:2:3:4:5:: 2001:db8:1::",
              "2001:0:5:6:7:8:9:a 2001:0:5::",
              "0:0:1:2:3:4:5:6 0:0:1::",
              "::2:3:4:5:6:7:8 0:2:3::",
              "::17 ::",
              "fe80::aa:bb:cc:dd fe80::",
              "64:ff9b::192.0.2.33 64:ff9b::",
              "2001:db8:1:2:3:4:192.0.2.33 2001:db8:1::",
              "::ffff:192.0.2.33 ::ffff:192.0.2.0",
              "::FFFF:192.0.2.34 ::ffff:192.0.2.0",
              "::ffff:c000:223 ::ffff:192.0.2.0",
              "0:0:0:0:0:ffff:192.0.2.36 ::ffff:192.0.2.0",
              "::192.0.2.37 ::",
              "::ffff:192.0.3 hidden",
              ".a:17 hidden",
              "crawler.example.org hidden",
              "localhost hidden",
              "10.0.2 hidden",
              "192.0.2.33.1 hidden",
              "256.0.2.33 hidden",
              "192.0.2.333 hidden",
              "192.0.2.-1 hidden",
              "10.0.2. hidden",
              "3221225985 hidden",
              "0xC0000221 hidden",
              "192.0.2.33:80 hidden",
              "192.0.2.33,198.51.100.7 hidden",
              "[2001:db8::17] hidden",
              "fe80::17%eth0 hidden",
              "2001:db8:::17 hidden",
              "2001:db8::17::18 hidden",
              "2001:db8:1:2:3:4:5 hidden",
              "2001:db8:1:2:3:4:5:6:7 hidden",
              "20010:db8::17 hidden",
              "2001:db8::g hidden",
              ":2001:db8::17 hidden",
              "2001:db8:1:2:3:4:5: hidden",
              "١٩٢.0.2.33 hidden")
          .map(pair -> pair.split(" "))
          .collect(
              Collectors.toMap(pair -> pair[0], pair -> pair[1], (a, b) -> a, LinkedHashMap::new));

  private static final String KEY = "a key for tests alone, with more than thirty-two bytes";

  /** Shorter ones are found in any compressed bytes. */
  private static final int LONG_ENOUGH = 7;

  private final ExpectedHits expected = new ExpectedHits(Oracle.withDefaults());
  private Path folder;
  private Path log;

  @BeforeAll
  void write(@TempDir Path temp) {
    folder = temp;
    List<byte[]> lines =
        Stream.concat(TRUNCATED.keySet().stream(), Stream.of("-", "203.0.113.195"))
            .map("%s - - [01/Jun/2012:22:17:55 -0400] \"GET /book/x?y HTTP/1.1\" 200 5"::formatted)
            .map(line -> line.getBytes(UTF_8))
            .toList();
    log = LogFile.write(temp.resolve("a.gz"), lines);
    expected.add("file:" + log, lines);
  }

  private Path run(String name, Object... options) {
    Path results = folder.resolve(name);
    CommandRun run =
        CommandRun.of(
            Stream.of(
                    Stream.of("hits", "--output", results), Arrays.stream(options), Stream.of(log))
                .flatMap(words -> words)
                .toArray());
    assertThat(run.code()).as(run.err()).isZero();
    return results;
  }

  /** The row with another host, where it has one. */
  private static Map<String, String> withHost(
      Map<String, String> row, UnaryOperator<String> anonymous) {
    var copy = new LinkedHashMap<>(row);
    copy.computeIfPresent("host", (column, host) -> anonymous.apply(host));
    return copy;
  }

  @Test
  void truncated_addresses_keep_24_or_48_bits_and_names_nothing() throws IOException {
    Path results = run("truncated", "--anonymize-hosts", "truncate");
    expected.requireSameRows(new HitTable(results), row -> withHost(row, TRUNCATED::get));
    requireNoHosts(results);
  }

  @Test
  void hashed_hosts_are_their_keyed_hashes() throws IOException {
    Path key = Files.writeString(folder.resolve("key"), KEY);
    Path results = run("hashed", "--anonymize-hosts", "hash", "--hash-key-file", key);
    expected.requireSameRows(new HitTable(results), row -> withHost(row, AnonymousHitsTest::hash));
    requireNoHosts(results);
    assertThat(allBytes(results)).doesNotContain(KEY);
    assertThat(hosts(run("hashed-again", "--anonymize-hosts", "hash", "--hash-key-file", key)))
        .isEqualTo(hosts(results));
  }

  @Test
  void without_a_key_file_each_run_has_a_key_of_its_own() throws IOException {
    Path one = run("one", "--anonymize-hosts", "hash");
    Path other = run("other", "--anonymize-hosts", "hash");
    requireNoHosts(one);
    assertThat(hosts(one))
        .doesNotHaveDuplicates()
        .hasSize(TRUNCATED.size())
        .allSatisfy(host -> assertThat(host).matches("[0-9a-f]{32}"))
        .doesNotContainAnyElementsOf(hosts(other));
    assertThat(
            DuckDb.rows(
                "SELECT max(n) FROM (SELECT count(*) AS n FROM %s WHERE host IS NOT NULL GROUP BY host)"
                    .formatted(new HitTable(one).from())))
        .containsExactly("2");
  }

  @Test
  void unless_asked_for_hosts_stay_what_they_are() {
    expected.requireSameRows(new HitTable(run("plain")));
  }

  @Test
  void a_way_that_is_not_known_is_a_mistake() {
    requireMistake("expected one of [TRUNCATE, HASH]", "--anonymize-hosts", "shuffle");
  }

  @Test
  void a_key_file_that_is_missing_or_empty_is_a_mistake() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty"));
    Path none = folder.resolve("none");
    requireMistake(none.toString(), "--anonymize-hosts", "hash", "--hash-key-file", none);
    requireMistake(empty.toString(), "--anonymize-hosts", "hash", "--hash-key-file", empty);
  }

  @Test
  void a_key_file_that_others_can_read_is_noted() throws IOException {
    Path key = Files.writeString(folder.resolve("key"), KEY);
    for (String mode : List.of("rw-r-----", "rw----r--")) {
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(mode));
      assertThat(notes(key))
          .isEqualTo(
              "hitledger: --hash-key-file %s can be read by others (%s), who can find hosts out with it; close it: chmod 600 FILE\n"
                  .formatted(key, mode));
    }
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    assertThat(notes(key)).isEmpty();
  }

  /** Of a run that ends before Spark starts, since there is no such log. */
  private String notes(Path key) {
    CommandRun run =
        CommandRun.of(
            "hits",
            "--output",
            folder.resolve("unwritten"),
            "--anonymize-hosts",
            "hash",
            "--hash-key-file",
            key,
            folder.resolve("no.log"));
    assertThat(run.code()).isEqualTo(3);
    return run.err().substring(0, run.err().indexOf("hitledger: " + folder.resolve("no.log")));
  }

  private void requireMistake(String message, Object... options) {
    Path results = folder.resolve("mistaken");
    CommandRun run =
        CommandRun.of(
            Stream.of(
                    Stream.of("hits", "--output", results), Arrays.stream(options), Stream.of(log))
                .flatMap(words -> words)
                .toArray());
    assertThat(run.err()).startsWith("hitledger: ").contains(message).hasLineCount(1);
    assertThat(run.code()).isEqualTo(2);
    assertThat(results).doesNotExist();
  }

  private static List<String> hosts(Path results) {
    return DuckDb.rows(
        "SELECT DISTINCT host FROM %s WHERE host IS NOT NULL ORDER BY host"
            .formatted(new HitTable(results).from()));
  }

  /** In no column, nor beside the columns: statistics of the files hold values as well. */
  private static void requireNoHosts(Path results) throws IOException {
    String values =
        DuckDb.records("SELECT * FROM " + new HitTable(results).from()).stream()
            .flatMap(row -> row.values().stream())
            .collect(Collectors.joining("\n"))
            .toLowerCase(Locale.ROOT);
    String bytes = allBytes(results);
    assertThat(TRUNCATED.entrySet())
        .filteredOn(pair -> !pair.getKey().equals(pair.getValue()))
        .allSatisfy(
            pair -> {
              assertThat(values).doesNotContain(pair.getKey().toLowerCase(Locale.ROOT));
              assertThat(pair.getKey().length() >= LONG_ENOUGH && bytes.contains(pair.getKey()))
                  .as(pair.getKey())
                  .isFalse();
            });
  }

  private static String allBytes(Path results) throws IOException {
    var bytes = new StringBuilder();
    try (Stream<Path> files = Files.walk(results)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes.append(new String(Files.readAllBytes(file), ISO_8859_1));
      }
    }
    return bytes.toString();
  }

  private static String hash(String host) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(host.getBytes(UTF_8)), 0, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
