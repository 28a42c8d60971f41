package org.hitledger.lines;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.hitledger.compression.DamageException;
import org.hitledger.compression.FoundDefect;
import org.hitledger.compression.Members;
import org.hitledger.compression.OnDamage;
import org.hitledger.compression.Packing;
import org.hitledger.compression.UnpackedHead;
import org.hitledger.source.HadoopFileSystems;

/** Reads the lines of a part of a file, one after the other. */
public final class PartLines implements Closeable {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int BUFFER = 1 << 16;

  /** A CR does not count for the length of a line; one byte more is too long. */
  private static final long BEYOND_LIMIT = 1 + 1;

  private final FilePart part;
  private final OnDamage onDamage;
  private final Closeable in;
  private final Optional<Members> members;
  private final LineCutter cutter;
  private final UnpackedHead head;

  /** Where, among the bytes that are cut, lines of this part no longer begin. */
  private long end;

  private boolean isBegun;
  private boolean isOver;

  private PartLines(
      FilePart part,
      OnDamage onDamage,
      Closeable in,
      Optional<Members> members,
      LineCutter cutter,
      UnpackedHead head) {
    this.part = part;
    this.onDamage = onDamage;
    this.in = in;
    this.members = members;
    this.cutter = cutter;
    this.head = head;
  }

  /**
   * Opens a part.
   *
   * @param part which
   * @param maxLineBytes how long a line may be, without its end
   * @param onDamage what to do where a packed file is damaged
   * @param hadoop how to reach the file system
   * @return its lines, to be closed
   * @throws IOException if it cannot be read
   */
  public static PartLines open(
      FilePart part, int maxLineBytes, OnDamage onDamage, Configuration hadoop) throws IOException {
    FSDataInputStream stored = HadoopFileSystems.open(part.path(), part.fileLength(), hadoop);
    // One byte before, which tells whether a line begins with the part.
    stored.seek(Math.max(0, part.start() - 1));
    int most = (int) Math.min(Integer.MAX_VALUE, maxLineBytes + BEYOND_LIMIT);
    var head = new UnpackedHead();
    Optional<Members> members =
        Packing.ofName(part.path().getName()).map(packing -> new Members(packing, stored, BUFFER));
    LineCutter.Source text = members.map(m -> of(m, head)).orElseGet(() -> of(stored, part));
    Closeable in = members.<Closeable>map(m -> m).orElse(stored);
    return new PartLines(part, onDamage, in, members, new LineCutter(text, most), head);
  }

  private static LineCutter.Source of(Members members, UnpackedHead head) {
    return (to, from, length) -> {
      int read = members.read(to, from, length);
      if (read < 0) {
        head.requireLines();
      } else {
        head.add(to, from, read);
      }
      return read;
    };
  }

  /** What is written behind the length that a file had when it was listed is for the next run. */
  private static LineCutter.Source of(FSDataInputStream stored, FilePart part) {
    return (to, from, length) -> {
      long left = part.fileLength() - stored.getPos();
      return left <= 0 ? -1 : stored.read(to, from, (int) Math.min(length, left));
    };
  }

  /** A line belongs to the part that it begins in: one that was begun before is left out. */
  private void begin() throws IOException {
    if (isBegun) {
      return;
    }
    isBegun = true;
    if (part.isPacked() && part.range().from() > 0) {
      end = part.range().to();
      cutter.skipBytes(part.range().from());
    } else if (part.start() == 0) {
      end = part.isPacked() ? part.range().to() : part.end();
      cutter.skip(BYTE_ORDER_MARK);
    } else {
      end = part.end() - part.start() + 1;
      cutter.skipLine(end);
    }
  }

  /**
   * Reads on.
   *
   * @return the next line; nothing behind the last
   * @throws DamageException if the file is damaged, and that shall end the run
   * @throws IOException if it cannot be read
   */
  public Optional<LogLine> next() throws IOException {
    try {
      begin();
      Optional<LogLine> line =
          isOver || cutter.position() >= end
              ? Optional.empty()
              : cutter.next().map(LogLine.Whole::new);
      isOver = line.isEmpty();
      return line;
    } catch (DamageException damage) {
      head.requireLines();
      if (onDamage == OnDamage.FAIL) {
        throw damage;
      }
      isOver = true;
      return Optional.of(new LogLine.Cut(cutter.rest(), damage.defect()));
    }
  }

  /**
   * What does no harm, known behind the last line.
   *
   * @return a defect of zeros behind the packed lines, if there are
   */
  public Optional<FoundDefect> zeros() {
    return members.flatMap(Members::zeros);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
