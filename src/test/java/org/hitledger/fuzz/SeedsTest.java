package org.hitledger.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hitledger.testing.Decision;
import org.junit.jupiter.api.Test;

/** The fuzzer starts from one line of each class at least, and each is where it says what it is. */
class SeedsTest {

  @Test
  void every_seed_is_of_its_folders_class_and_every_class_has_one() throws IOException {
    List<Path> seeds = seeds();
    assertThat(seeds)
        .allSatisfy(
            seed -> {
              byte[] line = Files.readAllBytes(seed);
              assertThat(Decision.byOracle(line).label()).isEqualTo(folder(seed));
              assertThat(Decision.byClassifier(line)).isEqualTo(Decision.byOracle(line));
            });
    assertThat(seeds.stream().map(SeedsTest::folder).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Decision.LABELS.stream().filter(label -> !label.equals("ignored/header")).toList());
  }

  private static List<Path> seeds() throws IOException {
    try (Stream<Path> all = Files.walk(Fuzzer.seeds())) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static String folder(Path seed) {
    return Fuzzer.seeds().relativize(seed.getParent()).toString().replace(File.separatorChar, '/');
  }
}
