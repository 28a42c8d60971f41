package org.hitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.hitledger.oracle.HostileLines;
import org.hitledger.oracle.Oracle;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.Expected;
import org.hitledger.testing.Full;
import org.hitledger.testing.LogFile;
import org.hitledger.testing.ResultTables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same lines in other files: however they are cut, joined and packed, totals stay. */
@Full
@TestInstance(Lifecycle.PER_CLASS)
class MetamorphicTest {
  private static final int LINES = 3_000;

  /** Among fewer hostile lines most may happen not to fit, and such a file ends a run. */
  private static final int FEWEST_OF_A_FILE = 150;

  private final Expected expected = new Expected(Oracle.withDefaults());
  private final List<byte[]> lines = new ArrayList<>();
  private Random random;

  /** Ways to put lines into files. */
  enum Form {
    ONE_FILE {
      @Override
      void write(List<byte[]> lines, Path folder, Random random) {
        LogFile.write(folder.resolve("all.gz"), lines);
      }
    },
    MANY_FILES {
      @Override
      void write(List<byte[]> lines, Path folder, Random random) {
        writeParts(lines, folder, ".gz", random);
      }
    },
    ANY_ORDER {
      @Override
      void write(List<byte[]> lines, Path folder, Random random) {
        List<byte[]> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, random);
        writeParts(shuffled, folder, ".gz", random);
      }
    },
    PLAIN_TEXT {
      @Override
      void write(List<byte[]> lines, Path folder, Random random) {
        writeParts(lines, folder, ".log", random);
      }
    },
    GZIP_AND_TEXT {
      @Override
      void write(List<byte[]> lines, Path folder, Random random) {
        writeParts(lines.subList(0, LINES / 2), folder.resolve("gz"), ".gz", random);
        writeParts(lines.subList(LINES / 2, LINES), folder.resolve("text"), "", random);
      }
    },
    MEMBERS_CUT_ANYWHERE {
      @Override
      void write(List<byte[]> lines, Path folder, Random random) {
        byte[] text = LogFile.joined(lines);
        var file = new ByteArrayOutputStream();
        int from = 0;
        while (from < text.length) {
          int to = Math.min(text.length, from + random.nextInt(20_000));
          file.writeBytes(LogFile.gzip(Arrays.copyOfRange(text, from, to)));
          from = to;
        }
        folder.toFile().mkdirs();
        LogFile.writeRaw(folder.resolve("members.gz"), file.toByteArray());
      }
    },
    STORED {
      @Override
      void write(List<byte[]> lines, Path folder, Random random) {
        folder.toFile().mkdirs();
        LogFile.writeRaw(
            folder.resolve("stored.gz"), packed(LogFile.joined(lines), Deflater.NO_COMPRESSION));
      }
    },
    PACKED_TIGHTLY {
      @Override
      void write(List<byte[]> lines, Path folder, Random random) {
        folder.toFile().mkdirs();
        LogFile.writeRaw(
            folder.resolve("tight.gz"), packed(LogFile.joined(lines), Deflater.BEST_COMPRESSION));
      }
    },
    NO_LAST_LINE_END {
      @Override
      void write(List<byte[]> lines, Path folder, Random random) {
        byte[] text = LogFile.joined(lines);
        LogFile.writeBytes(folder.resolve("all.gz"), Arrays.copyOf(text, text.length - 1));
      }
    };

    abstract void write(List<byte[]> lines, Path folder, Random random);

    private static void writeParts(List<byte[]> lines, Path folder, String suffix, Random random) {
      int from = 0;
      while (from < lines.size()) {
        int to = from + FEWEST_OF_A_FILE + random.nextInt(700);
        if (to + FEWEST_OF_A_FILE > lines.size()) {
          to = lines.size();
        }
        String name = "%02d/access-%d%s".formatted(random.nextInt(100), from, suffix);
        LogFile.write(folder.resolve(name), lines.subList(from, to));
        from = to;
      }
    }

    private static byte[] packed(byte[] text, int level) {
      var bytes = new ByteArrayOutputStream();
      try (OutputStream out =
          new GZIPOutputStream(bytes) {
            {
              def.setLevel(level);
            }
          }) {
        out.write(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    }
  }

  @BeforeAll
  void judge() {
    long seed = Long.getLong("hitledger.seed", System.nanoTime());
    System.out.println("MetamorphicTest: -Dhitledger.seed=" + seed);
    random = new Random(seed);
    var hostile = new HostileLines(seed);
    Stream.generate(hostile::next).limit(LINES - 1).forEach(lines::add);
    // So that nothing is lost with the end of the last line.
    lines.add(new byte[] {'z'});
    expected.add("all", lines);
  }

  @ParameterizedTest
  @EnumSource
  void totals_do_not_hang_on_the_files(Form form, @TempDir Path folder) {
    Path logs = folder.resolve("logs");
    Path results = folder.resolve("results");
    form.write(lines, logs, random);

    CommandRun run =
        CommandRun.of(
            "count",
            "--log-format=combined",
            "--format=tsv",
            "--top=all",
            "--output",
            results,
            logs);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(expected.tsv());
    var written = new ResultTables(results);
    assertThat(written.tsv()).isEqualTo(expected.tsv());
    assertThat(totals(written.balance())).isEqualTo(expected.totals());
    assertThat(expected.lines()).isEqualTo(LINES);
  }

  private static Map<String, Long> totals(Map<String, Map<String, Long>> balance) {
    var totals = new TreeMap<String, Long>();
    balance.values().forEach(file -> file.forEach((name, n) -> totals.merge(name, n, Long::sum)));
    return totals;
  }
}
