package org.hitledger.product;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Map;
import org.hitledger.logformat.FileFormats;
import org.hitledger.logformat.LineReader;
import org.hitledger.logformat.LogFormat;
import org.hitledger.source.InputFile;

/** The file that a task reads at the moment: it may read several, one after the other. */
public final class CurrentFile {
  private static final byte[] NONE = {};

  private final FileFormats formats;
  private final Map<String, LogFormat> distinct;
  private byte[] uri = NONE;
  private String name = "";
  private byte[] nameBytes = NONE;
  private LineReader reader;

  /**
   * Begins before the first file.
   *
   * @param formats of all files
   */
  public CurrentFile(FileFormats formats) {
    this.formats = formats;
    distinct = formats.distinct();
    reader = distinct.get(formats.usual()).reader();
  }

  /**
   * Whether a line is of this file.
   *
   * @param uriOfLine the line's file, as Spark names it
   * @return false if another file begins with the line
   */
  public boolean is(byte[] uriOfLine) {
    return Arrays.equals(uri, uriOfLine);
  }

  /**
   * Goes to the file of the next line; does nothing if it is this one.
   *
   * @param uriOfLine the line's file, as Spark names it
   * @return this
   */
  public CurrentFile turnTo(byte[] uriOfLine) {
    if (!is(uriOfLine)) {
      uri = uriOfLine;
      name = InputFile.nameOf(new String(uri, UTF_8));
      nameBytes = name.getBytes(UTF_8);
      reader = distinct.get(formats.nameOf(name)).reader();
    }
    return this;
  }

  /**
   * How the balance names it.
   *
   * @return a path with scheme
   */
  public String name() {
    return name;
  }

  /**
   * The name as rows have it.
   *
   * @return UTF-8, never changed
   */
  public byte[] nameBytes() {
    return nameBytes;
  }

  /**
   * Who reads its lines.
   *
   * @return the same for all lines of the file
   */
  public LineReader reader() {
    return reader;
  }
}
