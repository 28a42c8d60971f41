package org.hitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.hitledger.compression.Packing;
import org.hitledger.oracle.HostileLines;
import org.hitledger.oracle.Oracle;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.Expected;
import org.hitledger.testing.LogFile;
import org.hitledger.testing.Packer;
import org.hitledger.testing.ResultTables;
import org.hitledger.testing.Salvage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged files through the whole job: of gzip 30 cut off and 30 with a flipped bit. */
@TestInstance(Lifecycle.PER_CLASS)
class DamagedInputsTest {
  private static final int CASES_OF_EACH_KIND = 30;
  private static final int LINES_PER_MEMBER = 100;
  private static final int HEADER = 10;
  private static final List<Packing> OTHERS = List.of(Packing.BZIP2, Packing.ZSTD, Packing.XZ);

  private final Expected expected = new Expected(Oracle.withDefaults());
  private final List<Path> damaged = new ArrayList<>();
  private Path folder;
  private Path whole;

  @BeforeAll
  void damageFiles(@TempDir Path temp) throws IOException {
    long seed = Long.getLong("hitledger.seed", System.nanoTime());
    System.out.println("DamagedInputsTest: -Dhitledger.seed=" + seed);
    var random = new Random(seed);
    var hostile = new HostileLines(seed);
    folder = temp;
    Files.createDirectory(folder.resolve("logs"));
    for (int i = 1; i <= CASES_OF_EACH_KIND; i++) {
      byte[] first = member(hostile);
      byte[] second = member(hostile);
      int where = random.nextInt(first.length - HEADER - 1);
      add("cut-first-%d.gz".formatted(i), Arrays.copyOf(first, HEADER + where));
      where = 1 + random.nextInt(second.length - 2);
      add("cut-second-%d.gz".formatted(i++), joined(first, Arrays.copyOf(second, where)));
    }
    for (int i = 1; i <= CASES_OF_EACH_KIND; i++) {
      byte[] first = member(hostile);
      byte[] second = member(hostile);
      add("flipped-first-%d.gz".formatted(i), joined(flipped(first, random), second));
      add("flipped-second-%d.gz".formatted(i++), joined(first, flipped(second, random)));
    }
    for (Packing packing : OTHERS) {
      addCut(packing, hostile);
    }
    List<byte[]> lines = lines(hostile);
    whole = LogFile.write(folder.resolve("logs/whole.gz"), lines);
    expected.add("file:" + whole, lines);
  }

  /** Whole members, and one of which so little is there that nothing of it can be read. */
  private void addCut(Packing packing, HostileLines hostile) throws IOException {
    List<byte[]> lines = lines(hostile);
    byte[] first = Packer.pack(packing, LogFile.joined(lines));
    byte[] second = Packer.pack(packing, LogFile.joined(lines(hostile)));
    String name = "cut-second-%s%s".formatted(packing, packing.suffix());
    byte[] content = joined(first, Arrays.copyOf(second, second.length / 2));
    add(name, content, lines);
  }

  private static List<byte[]> lines(HostileLines hostile) {
    return Stream.generate(hostile::next).limit(LINES_PER_MEMBER).toList();
  }

  private static byte[] member(HostileLines hostile) {
    return LogFile.gzip(LogFile.joined(lines(hostile)));
  }

  /** Behind the header, where every bit matters. */
  private static byte[] flipped(byte[] member, Random random) {
    byte[] flipped = member.clone();
    int at = HEADER + random.nextInt(member.length - HEADER);
    flipped[at] ^= (byte) (1 << random.nextInt(8));
    return flipped;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  private void add(String name, byte[] content) throws IOException {
    add(name, content, Salvage.lines(content));
  }

  private void add(String name, byte[] content, List<byte[]> lines) throws IOException {
    Path file = Files.write(folder.resolve("logs").resolve(name), content);
    damaged.add(file);
    expected.add("file:" + file, lines);
    expected.addDamaged("file:" + file);
  }

  @Test
  void salvage_counts_what_stands_before_the_damage() throws IOException {
    Path results = folder.resolve("salvaged");
    CommandRun run =
        CommandRun.of(
            "count",
            "--on-damage=salvage",
            "--log-format=combined",
            "--format=tsv",
            "--top=all",
            "--output",
            results,
            folder.resolve("logs"));

    assertThat(run.code()).as(run.err()).isEqualTo(4);
    assertThat(run.out()).isEqualTo(expected.tsv());
    assertThat(new ResultTables(results).tsv()).isEqualTo(expected.tsv());
    assertThat(new ResultTables(results).balance()).isEqualTo(expected.balance());
    assertThat(run.err())
        .contains(" is damaged: ", "; the lines before were counted, what follows is lost")
        .contains("hitledger: and so on, %d files in all".formatted(damaged.size()))
        .containsPattern("(?m)^  damaged +%d$".formatted(damaged.size()));
    assertManifestTellsOfAll(results);
  }

  private void assertManifestTellsOfAll(Path results) throws IOException {
    JsonNode manifest = new ObjectMapper().readTree(results.resolve("run.json").toFile());
    assertThat(manifest.at("/totals/damaged").asInt()).isEqualTo(damaged.size());
    assertThat(manifest.at("/totals/lines_read").asLong()).isEqualTo(expected.lines());
    assertThat(manifest.get("damaged").findValuesAsText("file"))
        .containsExactlyElementsOf(damaged.stream().map(file -> "file:" + file).sorted().toList());
    for (JsonNode entry : manifest.get("damaged")) {
      Path file = Path.of(entry.get("file").asText().substring("file:".length()));
      assertThat(entry.get("offset").asLong()).isBetween(0L, Files.size(file));
      assertThat(entry.get("finding").asText()).isNotEmpty();
    }
  }

  /** One of each kind; that no damage goes unseen is shown where it is read. */
  Stream<Path> damagedInEachWay() {
    return Stream.of(
            "cut-first-1.gz",
            "cut-second-1.gz",
            "flipped-first-1.gz",
            "flipped-second-1.gz",
            "cut-second-bzip2.bz2",
            "cut-second-zstd.zst",
            "cut-second-xz.xz")
        .map(name -> folder.resolve("logs").resolve(name));
  }

  @ParameterizedTest
  @MethodSource("damagedInEachWay")
  void by_default_each_ends_the_run(Path file) {
    CommandRun run = CommandRun.of("count", "--log-format=combined", whole, file);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("hitledger: file:" + file + " is damaged: ")
        .containsPattern("\\(at byte [\\d,]+\\)")
        .contains("replace it by a whole copy, leave it out, or count what can be read of it")
        .contains("with --on-damage salvage")
        .hasLineCount(1);
  }
}
