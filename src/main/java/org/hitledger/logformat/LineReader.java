package org.hitledger.logformat;

import org.hitledger.access.ParsedLine;

/** Reads the lines of one file, in their order: what one line says may hang on those before it. */
@FunctionalInterface
public interface LineReader {

  /**
   * Reads the next line.
   *
   * @param line its bytes without the LF, not all of them white space; kept by the result, never
   *     changed
   * @return the access, or why it is none
   */
  ParsedLine read(byte[] line);
}
