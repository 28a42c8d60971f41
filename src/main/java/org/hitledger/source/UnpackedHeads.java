package org.hitledger.source;

import java.io.IOException;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.hitledger.compression.Compression;
import org.hitledger.compression.DamageException;
import org.hitledger.compression.GzipMembers;
import org.hitledger.fault.InputFault;

/** The first bytes of files, unpacked. */
public final class UnpackedHeads {
  private static final int BUFFER = 1 << 16;

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
      FileSystem fs = file.path().getFileSystem(hadoop);
      try (FSDataInputStream in = fs.open(file.path())) {
        byte[] start = in.readNBytes(Compression.START);
        in.seek(0);
        return Compression.ofContent(start).isEmpty() ? in.readNBytes(most) : unpacked(in, most);
      }
    } catch (IOException e) {
      throw Unreadable.because(e, file.name());
    }
  }

  private static byte[] unpacked(FSDataInputStream in, int most) throws IOException {
    byte[] head = new byte[most];
    int length = 0;
    try (var members = new GzipMembers(in, BUFFER)) {
      for (int read = 0; read >= 0 && length < most; length += Math.max(read, 0)) {
        read = members.read(head, length, most - length);
      }
    } catch (DamageException e) {
      // Told when the file is read.
    }
    return Arrays.copyOf(head, length);
  }
}
