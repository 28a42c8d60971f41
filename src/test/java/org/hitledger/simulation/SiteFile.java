package org.hitledger.simulation;

import java.nio.file.Path;
import java.util.Optional;
import org.hitledger.compression.Packing;

/**
 * A file that holds a log, or its beginning.
 *
 * @param log the log
 * @param path where, within the folder of logs
 * @param packing how it is packed; empty for plain text
 * @param frozenAt how many of the log's bytes it holds; -1 if it grows with the log
 * @param place in the chain of rotated files, the current one being 0; -1 if it is not in it
 */
record SiteFile(SiteLog log, Path path, Optional<Packing> packing, int frozenAt, int place) {

  boolean isLive() {
    return frozenAt < 0;
  }

  int length() {
    return isLive() ? log.length() : frozenAt;
  }

  /** How many of its bytes an update shall enter. */
  int readable() {
    return packing.isPresent() ? length() : log.wholeLines(length());
  }

  SiteFile at(Path otherPath, int otherPlace) {
    return new SiteFile(log, otherPath, packing, frozenAt, otherPlace);
  }

  String suffix() {
    return packing.map(Packing::suffix).orElse("");
  }
}
