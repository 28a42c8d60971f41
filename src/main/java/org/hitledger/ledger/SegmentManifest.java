package org.hitledger.ledger;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.hitledger.publish.Manifest;
import org.hitledger.publish.TableFile;

/**
 * What {@code run.json} of a segment says.
 *
 * @param run what it says of any run
 * @param ledger what it says of the ledger
 * @param files all that has rows of it
 */
public record SegmentManifest(
    @JsonUnwrapped Manifest run, SegmentEntry ledger, List<TableFile> files) {

  /** Takes a copy. */
  public SegmentManifest {
    files = List.copyOf(files);
  }
}
