package org.hitledger.compression;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import org.hitledger.testing.Cases;
import org.junit.jupiter.api.Test;

class LineLimitTest {
  @Test
  void every_line_is_cut_to_the_limit_however_it_comes() {
    long seed = Long.getLong("hitledger.seed", System.nanoTime());
    System.out.println("LineLimitTest: -Dhitledger.seed=" + seed);
    var random = new Random(seed);
    for (int round = 0; round < Cases.LIMITED_LINES.count(); round++) {
      String text = text(random);
      int most = 1 + random.nextInt(8);
      assertThat(limited(text, most, random))
          .as("%s, %d", text.replace('\n', '$'), most)
          .isEqualTo(expected(text, most));
    }
  }

  private static String text(Random random) {
    return random
        .ints(random.nextInt(60), 0, 6)
        .mapToObj(n -> n == 0 ? "\n" : Character.toString('a' + n))
        .collect(Collectors.joining());
  }

  private static String expected(String text, int most) {
    return Arrays.stream(text.split("\n", -1))
        .map(line -> line.substring(0, Math.min(most, line.length())))
        .collect(Collectors.joining("\n"));
  }

  private static String limited(String text, int most, Random random) {
    var limit = new LineLimit(most);
    var passed = new StringBuilder();
    int from = 0;
    while (from < text.length()) {
      int length = 1 + random.nextInt(Math.min(12, text.length() - from));
      byte[] buffer = ("##" + text.substring(from, from + length) + "##").getBytes(ISO_8859_1);
      int kept = limit.apply(buffer, 2, length);
      passed.append(new String(buffer, 2, kept, ISO_8859_1));
      from += length;
      assertThat(limit.isInLine()).isEqualTo(text.charAt(from - 1) != '\n');
    }
    return passed.toString();
  }
}
