package org.hitledger.detect;

import java.util.List;
import java.util.Optional;

/** What the first lines of a file say of its log format. */
public sealed interface Finding {

  /**
   * Lines of a format.
   *
   * @param format its name; the usual one for a file without lines
   * @param fitting how many of the lines looked at are records
   * @param lines how many were looked at, without those that are blank or set apart
   * @param misfit the first of them that is no record
   */
  record Known(String format, int fitting, int lines, Optional<Misfit> misfit) implements Finding {}

  /**
   * A log of errors, not of accesses.
   *
   * @param server who writes such logs
   */
  record ErrorLog(String server) implements Finding {}

  /**
   * Lines of no format that is known.
   *
   * @param closest the format under which most are records
   * @param fitting how many are
   * @param lines how many were looked at
   * @param misfit the first that is none
   * @param keys of that line, if it is an object of JSON; else none
   */
  record Unknown(String closest, int fitting, int lines, Misfit misfit, List<String> keys)
      implements Finding {

    /** Takes a copy. */
    public Unknown {
      keys = List.copyOf(keys);
    }
  }
}
