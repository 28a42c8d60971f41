package org.hitledger.logformat;

import java.time.ZoneOffset;
import java.util.List;

/** The same formats out of mod_log_config's strings: slower, but it can tell where a line stops. */
final class CombinedFields {
  static final LineReader MISMATCHES =
      TextFormats.combinedBehind(List.of(), "combined", ZoneOffset.UTC).reader();

  private CombinedFields() {}
}
