package org.hitledger.logformat;

/**
 * A log format: which fields a line has, and what stands between them. This is the seam behind
 * which every format stands. Immutable.
 */
public interface LogFormat {

  /**
   * What the format is called, in options, notes and results.
   *
   * @return what makes the same format again
   */
  String name();

  /**
   * Begins a file.
   *
   * @return who reads its lines from the first on
   */
  LineReader reader();

  /**
   * Whether files of the format name their fields themselves, so that what a line says hangs on
   * those before it.
   *
   * @return true for W3C logs
   */
  default boolean hasHeaders() {
    return false;
  }

  /**
   * Whether each line is an object of JSON, whose keys name what it says.
   *
   * @return true for these
   */
  default boolean hasKeys() {
    return false;
  }
}
