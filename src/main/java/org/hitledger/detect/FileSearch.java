package org.hitledger.detect;

import java.time.ZoneId;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.hitledger.fault.InputFault;
import org.hitledger.source.Inputs;
import org.hitledger.source.ParallelChecks;
import org.hitledger.source.UnpackedHeads;

/** Finds out the formats of files. */
public final class FileSearch {
  private FileSearch() {}

  /**
   * Looks at the start of each file.
   *
   * @param inputs the files
   * @param zone of times that say none
   * @param hadoop how to reach the file systems
   * @return a finding each, in the order of the files
   * @throws InputFault if one cannot be read
   */
  public static List<FileFinding> search(Inputs inputs, ZoneId zone, Configuration hadoop) {
    var formats = new FormatSearch(zone);
    return ParallelChecks.results(
        inputs.files(),
        file ->
            new FileFinding(
                file, formats.find(UnpackedHeads.read(file, FileHead.MOST_BYTES, hadoop))));
  }
}
