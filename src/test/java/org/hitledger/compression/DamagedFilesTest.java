package org.hitledger.compression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.hitledger.testing.Cases;
import org.hitledger.testing.Full;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every truncation and every flip of one bit of several files of each packing. What the JDK's own
 * reader, or that of a library, delivers byte by byte up to its first complaint is the judge of
 * what can be read; it shares the decoder with ours, and nothing else.
 */
class DamagedFilesTest {
  private static final int STEP = Cases.STEPS_TO_A_DAMAGE.count();
  private static final DefectMarker SEAL = new DefectMarker("5ecre7");

  @ParameterizedTest
  @EnumSource
  void whole_files_are_read_whole(PackedSamples sample) throws IOException {
    Case whole = new Case(sample, sample.file());
    assertThat(whole.damage).isEmpty();
    assertThat(whole.isAsTheJudgeReads()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void whatever_is_cut_off_the_rest_is_read(PackedSamples sample) throws IOException {
    byte[] file = sample.file();
    byte[] content = new Case(sample, file).content;
    for (int length = 1; length < file.length; length += STEP * sample.thinning()) {
      Case cut = new Case(sample, Arrays.copyOf(file, length));
      assertThat(cut.isAsTheJudgeReads()).as("%s cut to %d", sample, length).isTrue();
      assertThat(Arrays.copyOf(content, cut.content.length)).isEqualTo(cut.content);
      if (cut.damage.isPresent()) {
        assertThat(cut.damage.get()).isEqualTo(new FoundDefect(Defect.TRUNCATED, length));
      } else {
        assertThat(isBoundary(sample, file, length)).as("%s cut to %d", sample, length).isTrue();
      }
    }
  }

  /** Where a member ends, nothing shows that there was more. */
  private static boolean isBoundary(PackedSamples sample, byte[] file, int length) {
    byte[] rest = Arrays.copyOfRange(file, length, file.length);
    return rest[0] == 0 || Packing.ofContent(rest).equals(Optional.of(sample.packing()));
  }

  @ParameterizedTest
  @EnumSource
  void no_flipped_bit_goes_unseen(PackedSamples sample) throws IOException {
    byte[] file = sample.file();
    byte[] content = new Case(sample, file).content;
    for (int bit = 0; bit < file.length * 8; bit += STEP * sample.thinning()) {
      byte[] flipped = file.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Case damaged = new Case(sample, flipped);
      if (damaged.damage.isEmpty()) {
        // A bit that means nothing, such as one of the time in a header.
        assertThat(Arrays.equals(damaged.content, content)).as("%s, bit %d", sample, bit).isTrue();
        continue;
      }
      FoundDefect damage = damaged.damage.get();
      assertThat(damage.offset()).as("%s, bit %d", sample, bit).isBetween(0L, (long) file.length);
      assertThat(damaged.isAsTheJudgeReads())
          .as(
              "%s, bit %d: %s, %,d bytes, judge %s",
              sample, bit, damage, damaged.content.length, damaged.judge)
          .isTrue();
    }
  }

  @Test
  void a_checksum_of_zstd_that_does_not_fit_is_called_so() throws IOException {
    byte[] file = PackedSamples.ZSTD_LOG.file();
    int checksum = file.length - 4;
    file[checksum] ^= 1;
    assertThat(new Case(PackedSamples.ZSTD_LOG, file).damage)
        .contains(new FoundDefect(Defect.BAD_CHECKSUM, checksum));
  }

  @Full
  @Test
  void there_are_enough_cases() {
    int bytes =
        Arrays.stream(PackedSamples.values())
            .mapToInt(sample -> sample.file().length / sample.thinning())
            .sum();
    System.out.printf("DamagedFilesTest: %,d truncations, %,d flips%n", bytes, bytes * 8);
    assertThat(bytes * 9).isGreaterThan(90_000);
  }

  /** One file, read in three ways. */
  private static final class Case {
    private final Packing packing;
    private final byte[] content;
    private final Optional<FoundDefect> damage;
    private final Judge judge;

    Case(PackedSamples sample, byte[] file) throws IOException {
      packing = sample.packing();
      var read = new ByteArrayOutputStream();
      damage = read(file, 1 << 16, 1 << 16, read);
      content = read.toByteArray();
      judge = Judge.of(packing, file);
      assertSameInSmallSteps(file);
      assertLinesAddUp(file);
      assertDamageEndsTheRun(file);
    }

    private Optional<FoundDefect> read(
        byte[] file, int rawBytes, int bytes, ByteArrayOutputStream to) throws IOException {
      try (var members = new Members(packing, new ByteArrayInputStream(file), rawBytes)) {
        byte[] buffer = new byte[bytes];
        for (int n = members.read(buffer, 0, bytes); n > 0; n = members.read(buffer, 0, bytes)) {
          to.write(buffer, 0, n);
        }
        return Optional.empty();
      } catch (DamageException found) {
        return Optional.of(found.defect());
      }
    }

    boolean isAsTheJudgeReads() {
      return judge.allows(content, damage.map(FoundDefect::defect));
    }

    /** What is read does not hang on the sizes of buffers. */
    private void assertSameInSmallSteps(byte[] file) throws IOException {
      var read = new ByteArrayOutputStream();
      Optional<Defect> found = read(file, 13, 7, read).map(FoundDefect::defect);
      assertThat(read.toByteArray()).isEqualTo(content);
      assertThat(found).isEqualTo(damage.map(FoundDefect::defect));
    }

    /** All lines that end before the damage come, then one for the damage, and no more. */
    private void assertLinesAddUp(byte[] file) throws IOException {
      var reading = new ReadOptions(OnDamage.SALVAGE, 1 << 20, SEAL);
      byte[] lines;
      try (var in = new LogStream(packing, new SeekableBytes(file), 1 << 16, reading)) {
        lines = in.readAllBytes();
      }
      int lastLine = lastLine(lines);
      Optional<FoundDefect> defect =
          SEAL.reader().read(Arrays.copyOfRange(lines, lastLine, lines.length));
      if (damage.isPresent()) {
        assertThat(defect).isEqualTo(damage);
        assertThat(Arrays.copyOf(lines, content.length)).isEqualTo(content);
        assertThat(lastLine).isEqualTo(lastLine(content));
      } else if (defect.isPresent()) {
        assertThat(defect.get().defect()).isEqualTo(Defect.ZEROS);
        assertThat(Arrays.copyOf(lines, content.length)).isEqualTo(content);
      } else {
        assertThat(lines).isEqualTo(content);
      }
    }

    /** Unless it is to be salvaged. */
    private void assertDamageEndsTheRun(byte[] file) throws IOException {
      var reading = new ReadOptions(OnDamage.FAIL, 1 << 20, SEAL);
      try (var in = new LogStream(packing, new SeekableBytes(file), 1 << 16, reading)) {
        in.readAllBytes();
        assertThat(damage).isEmpty();
      } catch (DamageException found) {
        assertThat(damage).contains(found.defect());
      }
    }

    private static int lastLine(byte[] text) {
      int start = text.length;
      while (start > 0 && text[start - 1] != '\n') {
        start--;
      }
      return start;
    }
  }
}
