package org.hitledger.ledger;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.hitledger.publish.Manifest;

/**
 * What {@code run.json} of a segment says.
 *
 * @param run what it says of any run
 * @param ledger what it says of the ledger
 */
public record SegmentManifest(@JsonUnwrapped Manifest run, SegmentEntry ledger) {}
