package org.hitledger.datasource;

import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;
import org.hitledger.lines.FilePart;

/**
 * What one task reads.
 *
 * @param parts one after the other
 * @param hosts where most of it lies; none if that is nowhere in particular
 */
record LogPartition(List<FilePart> parts, List<String> hosts) implements InputPartition {
  private static final long serialVersionUID = 1L;

  @Override
  public String[] preferredLocations() {
    return hosts.toArray(String[]::new);
  }
}
