package org.hitledger.lines;

import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;
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
 * @param range the lines of the file that are read
 * @param linesBefore how many lines stand before the first, from where its lines are numbered
 * @param numberedFrom from where that is: 0 for the start of the file; else where the part begins,
 *     in stored bytes
 */
public record FilePart(
    Path path,
    long fileLength,
    long modificationTime,
    long start,
    long end,
    TextRange range,
    long linesBefore,
    long numberedFrom)
    implements Serializable {
  private static final long serialVersionUID = 3L;

  /**
   * All of a file.
   *
   * @param file the file
   * @return one part
   */
  public static FilePart whole(InputFile file) {
    return of(file, TextRange.ALL);
  }

  /**
   * Some lines of a file.
   *
   * @param file the file
   * @param range which
   * @return one part
   */
  static FilePart of(InputFile file, TextRange range) {
    return new FilePart(
        file.path(),
        file.length(),
        file.modificationTime(),
        file.isPlain() ? range.from() : 0,
        file.isPlain() ? Math.min(range.to(), file.length()) : file.length(),
        range,
        range.linesBefore(),
        0);
  }

  /**
   * A part of it.
   *
   * @param from where the part begins, in stored bytes
   * @param to where it ends
   * @return a part of plain text
   */
  public FilePart between(long from, long to) {
    return from == start ? part(from, to, linesBefore, numberedFrom) : part(from, to, 0, from);
  }

  /**
   * This part, with its lines numbered from the start of the file.
   *
   * @param before how many lines of the file stand before its first
   * @return a part of plain text
   */
  public FilePart numberedAfter(long before) {
    return part(start, end, before, 0);
  }

  private FilePart part(long from, long to, long before, long numbered) {
    return new FilePart(path, fileLength, modificationTime, from, to, range, before, numbered);
  }

  /**
   * Whether its lines are numbered from the start of the file.
   *
   * @return false for a part that begins somewhere, of which nobody has counted what stands before
   */
  public boolean isNumbered() {
    return numberedFrom == 0;
  }

  /**
   * Makes sure that the part is still what it was when the file was listed.
   *
   * @param hadoop how to reach the file system
   * @throws org.hitledger.fault.InputFault if it is not, or is gone
   */
  public void requireUnchanged(Configuration hadoop) {
    if (range.isAll()) {
      file().requireUnchanged(hadoop);
    } else {
      file().requireNotShorter(hadoop);
    }
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
