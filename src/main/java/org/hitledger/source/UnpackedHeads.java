package org.hitledger.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.apache.hadoop.conf.Configuration;
import org.hitledger.compression.ForeignContent;
import org.hitledger.compression.Members;
import org.hitledger.compression.Packing;
import org.hitledger.fault.InputFault;

/** The first bytes of files, unpacked. */
public final class UnpackedHeads {
  private static final int BUFFER = 1 << 16;

  /** What takes memory to unpack is not unpacked more often at a time than there are processors. */
  private static final Semaphore DEAR = new Semaphore(Runtime.getRuntime().availableProcessors());

  private UnpackedHeads() {}

  /**
   * Reads the start of a file.
   *
   * @param file the file
   * @param most how many bytes at the most
   * @param hadoop how to reach its file system
   * @return fewer if it has no more, or is damaged behind them
   * @throws InputFault if it cannot be read
   */
  public static byte[] read(InputFile file, int most, Configuration hadoop) {
    try {
      try (InputStream in = HadoopFileSystems.open(file.path(), file.length(), hadoop)) {
        byte[] head = in.readNBytes(ForeignContent.HEAD);
        InputStream whole = Peeked.whole(head, in);
        Optional<Packing> packing = Packing.ofContent(head);
        return packing.isEmpty()
            ? whole.readNBytes(most)
            : lines(unpacked(packing.get(), whole, most), packing.get(), file);
      }
    } catch (IOException e) {
      throw Unreadable.because(e, file.name());
    }
  }

  private static byte[] unpacked(Packing packing, InputStream in, int most) throws IOException {
    if (!packing.isCheapToLookInto()) {
      DEAR.acquireUninterruptibly();
    }
    try (var members = new Members(packing, in, BUFFER)) {
      return members.readHead(most);
    } finally {
      if (!packing.isCheapToLookInto()) {
        DEAR.release();
      }
    }
  }

  private static byte[] lines(byte[] head, Packing packing, InputFile file) {
    byte[] start = Arrays.copyOf(head, Math.min(head.length, ForeignContent.HEAD));
    Optional<ForeignContent> foreign = ForeignContent.inside(start);
    if (foreign.isPresent()) {
      throw new Advice(file.path()).unpack(foreign.get(), Optional.of(packing));
    }
    return head;
  }
}
