package org.hitledger.lines;

import java.io.IOException;
import org.hitledger.source.InputFile;

/** A file could not be read on; the cause says why. */
public final class UnreadableFileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String file;

  /**
   * A failure.
   *
   * @param message for users of Spark
   * @param file which
   * @param cause why
   */
  public UnreadableFileException(String message, InputFile file, IOException cause) {
    super(message, cause);
    this.file = file.path().toUri().toString();
  }

  /**
   * The file.
   *
   * @return its URI, as Spark names files
   */
  public String uri() {
    return file;
  }
}
