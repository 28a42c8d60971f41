package org.hitledger.logformat;

import java.util.Optional;
import org.hitledger.access.ParsedLine;
import org.hitledger.pattern.Mismatch;

/** Reads the lines of one file, in their order: what one line says may hang on those before it. */
public interface LineReader {

  /**
   * Reads the next line.
   *
   * @param line its bytes without the LF, not all of them white space; kept by the result, never
   *     changed
   * @return the access, or why it is none
   */
  ParsedLine read(byte[] line);

  /**
   * Tells why a line is no access, if it were the next.
   *
   * @param line its bytes without the LF
   * @return the farthest place that was reached; nothing if the line may be one
   */
  Optional<Mismatch> mismatch(byte[] line);
}
