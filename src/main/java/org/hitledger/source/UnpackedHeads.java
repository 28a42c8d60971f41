package org.hitledger.source;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.hitledger.compression.ForeignContent;
import org.hitledger.compression.Members;
import org.hitledger.compression.Packing;
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
        Optional<Packing> packing = Packing.ofContent(in.readNBytes(ForeignContent.HEAD));
        in.seek(0);
        return packing.isEmpty() ? in.readNBytes(most) : unpacked(packing.get(), in, most);
      }
    } catch (IOException e) {
      throw Unreadable.because(e, file.name());
    }
  }

  private static byte[] unpacked(Packing packing, FSDataInputStream in, int most)
      throws IOException {
    try (var members = new Members(packing, in, BUFFER)) {
      return members.readHead(most);
    }
  }
}
