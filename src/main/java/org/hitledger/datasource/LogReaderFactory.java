package org.hitledger.datasource;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.util.SerializableConfiguration;
import org.hitledger.compression.OnDamage;
import org.hitledger.lines.PartLines;

/**
 * Makes readers, on whatever machine.
 *
 * @param rows how rows are made of lines
 * @param onDamage what to do about a damaged file
 * @param maxLineBytes how long a line may be, without its end
 * @param hadoop how to reach the file systems
 */
record LogReaderFactory(
    LineRows rows, OnDamage onDamage, int maxLineBytes, Broadcast<SerializableConfiguration> hadoop)
    implements PartitionReaderFactory {
  private static final long serialVersionUID = 1L;

  @Override
  public PartitionReader<InternalRow> createReader(InputPartition partition) {
    return new LogReader(
        ((LogPartition) partition).parts(),
        part -> PartLines.open(part, maxLineBytes, onDamage, conf()),
        rows.maker(),
        conf());
  }

  private Configuration conf() {
    return hadoop.value().value();
  }
}
