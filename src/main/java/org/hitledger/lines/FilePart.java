package org.hitledger.lines;

import java.io.Serializable;
import org.apache.hadoop.fs.Path;
import org.hitledger.compression.Packing;
import org.hitledger.source.InputFile;

/**
 * A file, or a part of it: the lines that begin there.
 *
 * @param path of the file, with scheme and authority
 * @param fileLength its bytes as stored, when it was listed
 * @param modificationTime milliseconds since 1970, when it was listed
 * @param start where the part begins, in stored bytes
 * @param end where it ends; the last line may go on behind it
 */
public record FilePart(Path path, long fileLength, long modificationTime, long start, long end)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * All of a file.
   *
   * @param file the file
   * @return one part
   */
  public static FilePart whole(InputFile file) {
    return new FilePart(file.path(), file.length(), file.modificationTime(), 0, file.length());
  }

  /**
   * A part of it.
   *
   * @param from where the part begins, in stored bytes
   * @param to where it ends
   * @return a part of plain text
   */
  public FilePart between(long from, long to) {
    return new FilePart(path, fileLength, modificationTime, from, to);
  }

  /**
   * How much there is to read.
   *
   * @return stored bytes
   */
  public long length() {
    return end - start;
  }

  /**
   * The file as it was when it was listed.
   *
   * @return the whole of it
   */
  public InputFile file() {
    return new InputFile(path, fileLength, modificationTime);
  }

  /**
   * Whether the file is packed.
   *
   * @return false if it is plain text
   */
  public boolean isPacked() {
    return Packing.ofName(path.getName()).isPresent();
  }
}
