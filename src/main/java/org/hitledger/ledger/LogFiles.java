package org.hitledger.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.hitledger.compression.DamageException;
import org.hitledger.compression.DefectiveFile;
import org.hitledger.compression.FoundDefect;
import org.hitledger.compression.OnDamage;
import org.hitledger.compression.Packing;
import org.hitledger.identity.Damage;
import org.hitledger.identity.DigestKey;
import org.hitledger.identity.Entered;
import org.hitledger.identity.KnownLogs;
import org.hitledger.identity.SeenFile;
import org.hitledger.identity.Stamp;
import org.hitledger.identity.TextFile;
import org.hitledger.identity.TextMeasure;
import org.hitledger.identity.TextSummary;
import org.hitledger.source.Advice;
import org.hitledger.source.HadoopFileSystems;
import org.hitledger.source.InputFile;
import org.hitledger.source.Unreadable;

/** Looks at files, as closely as it takes to tell what is new in them. */
public final class LogFiles {
  private static final int ENDS = 4096;
  private static final int BUFFER = 1 << 18;

  /** What is unpacked takes memory, and a processor each. */
  private final Semaphore measuring = new Semaphore(Runtime.getRuntime().availableProcessors());

  private final KnownLogs known;
  private final Reading reading;
  private final DigestKey key;
  private final Configuration hadoop;
  private final Map<String, FoundDefect> defects = new ConcurrentHashMap<>();

  /**
   * How files are looked at.
   *
   * @param isFinal whether a last line without its end is entered too
   * @param verifies whether files that seem to be as they were are read all the same
   * @param onDamage what to do about a damaged file
   */
  public record Reading(boolean isFinal, boolean verifies, OnDamage onDamage) {}

  /**
   * Files of one update.
   *
   * @param known the logs known before
   * @param reading how they are looked at
   * @param key of all digests
   * @param hadoop how to reach the file systems
   */
  public LogFiles(KnownLogs known, Reading reading, DigestKey key, Configuration hadoop) {
    this.known = known;
    this.reading = reading;
    this.key = key;
    this.hadoop = hadoop;
  }

  /**
   * Whether a file is as it was when it was entered, as far as can be seen from outside.
   *
   * @param file as listed now
   * @return false if it has to be measured
   * @throws org.hitledger.fault.InputFault if it cannot be read
   */
  public boolean isUnchanged(InputFile file) {
    Optional<SeenFile> before = known.file(file.name());
    return !reading.verifies() && before.filter(seen -> isSameOutside(seen, file)).isPresent();
  }

  private boolean isSameOutside(SeenFile seen, InputFile file) {
    boolean isLeft = reading.isFinal() && seen.rest() > 0;
    return !isLeft
        && seen.stamp().length() == file.length()
        && seen.stamp().modified() == file.modificationTime()
        && seen.stamp().equals(stamp(file));
  }

  private Stamp stamp(InputFile file) {
    try (FSDataInputStream in = HadoopFileSystems.of(file.path(), hadoop).open(file.path())) {
      MessageDigest sha = key.begin();
      sha.update(part(in, 0, file));
      sha.update(part(in, Math.max(0, file.length() - ENDS), file));
      return new Stamp(
          file.length(), file.modificationTime(), HexFormat.of().formatHex(sha.digest(), 0, 16));
    } catch (IOException e) {
      throw Unreadable.because(e, file.name());
    }
  }

  private static byte[] part(FSDataInputStream in, long from, InputFile file) throws IOException {
    byte[] part = new byte[(int) Math.min(ENDS, file.length() - from)];
    in.readFully(from, part);
    return part;
  }

  /**
   * Reads a file to its end.
   *
   * @param file as listed now
   * @return what is in it
   * @throws org.hitledger.fault.InputFault if it cannot be read, or is damaged and that shall end
   *     the run
   */
  public TextFile measure(InputFile file) {
    measuring.acquireUninterruptibly();
    try (LogText text = LogText.open(file, hadoop)) {
      var buffer = new byte[BUFFER];
      return new Measuring(file, text, buffer).run();
    } catch (IOException e) {
      throw Unreadable.because(e, file.name());
    } finally {
      measuring.release();
    }
  }

  /** One file on its way. */
  private final class Measuring {
    private final InputFile file;
    private final LogText text;
    private final byte[] buffer;
    private List<Damage> damage = List.of();

    Measuring(InputFile file, LogText text, byte[] buffer) {
      this.file = file;
      this.text = text;
      this.buffer = buffer;
    }

    TextFile run() throws IOException {
      int length = read();
      var measure =
          new TextMeasure(
              buffer, length, known.placesToMeasure(file.name(), buffer, length, key), key);
      while (length > 0) {
        measure.add(buffer, 0, length);
        length = read();
      }
      text.zeros().ifPresent(zeros -> defects.put(file.name(), zeros));
      TextSummary summary = measure.summary();
      return new TextFile(file.name(), stamp(file), summary, end(summary), damage);
    }

    /** As much as there is room for: the first bytes must come together. */
    private int read() throws IOException {
      int filled = 0;
      try {
        while (damage.isEmpty() && filled < buffer.length) {
          int read = text.read(buffer, filled, buffer.length - filled);
          if (read < 0) {
            break;
          }
          filled += read;
        }
      } catch (DamageException found) {
        note(found);
      }
      return filled;
    }

    private void note(DamageException found) {
      if (reading.onDamage() == OnDamage.FAIL) {
        throw new Advice(file.path())
            .damaged(Packing.ofName(file.path().getName()).orElseThrow(), found);
      }
      var defective = new DefectiveFile(file.name(), found.defect());
      damage = List.of(defective.damage());
      defects.put(file.name(), found.defect());
    }

    /**
     * What is packed is whole, and so is its last line, unless it is damaged. Headers alone do not
     * tell what log they will be of, nor in which format.
     */
    private Entered end(TextSummary summary) {
      if (damage.isEmpty() && (reading.isFinal() || !file.isPlain())) {
        return summary.total();
      }
      return summary.hasRecord() ? summary.complete() : Entered.NOTHING;
    }
  }

  /**
   * Looks once more into a text.
   *
   * @param file as listed now
   * @param bytes how many of its first bytes
   * @return their SHA-256, behind the key
   * @throws org.hitledger.fault.InputFault if it cannot be read
   */
  public String digest(InputFile file, long bytes) {
    try (LogText text = LogText.open(file, hadoop)) {
      MessageDigest sha = key.begin();
      var buffer = new byte[BUFFER];
      long left = bytes;
      while (left > 0) {
        int read = text.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (read < 0) {
          break;
        }
        sha.update(ByteBuffer.wrap(buffer, 0, read));
        left -= read;
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (IOException e) {
      throw Unreadable.because(e, file.name());
    }
  }

  /**
   * What was found of how the files are packed that were measured.
   *
   * @return at most one a file, by file
   */
  public List<DefectiveFile> defective() {
    return defects.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(found -> new DefectiveFile(found.getKey(), found.getValue()))
        .toList();
  }
}
