package org.hitledger.spark;

import org.apache.spark.SparkConf;
import org.hitledger.fault.UsageFault;

/**
 * How object stores are read and written to. Hadoop's S3A keeps what it has not sent yet on disk,
 * through Hadoop's local file system with checksums, in whose place this job has the one without
 * them. So here it is kept in memory, outside of the heap.
 */
final class ObjectStoreSettings {
  private static final String BUFFER = "spark.hadoop.fs.s3a.fast.upload.buffer";
  private static final String PART_SIZE = "spark.hadoop.fs.s3a.multipart.size";

  private static final String INPUT = "spark.hadoop.fs.s3a.input.stream.type";

  private ObjectStoreSettings() {}

  /**
   * Adds what is not set.
   *
   * @throws UsageFault if something is set that cannot be
   */
  static void complete(SparkConf conf) {
    if (conf.get(BUFFER, "").equals("disk")) {
      throw new UsageFault(
          BUFFER
              + "=disk cannot be: it needs checksums beside local files, which this job does without; leave it out, or use bytebuffer or array");
    }
    conf.setIfMissing(BUFFER, "bytebuffer");
    // Each open file takes so much at once, and up to five times that; Hadoop's own are 64 MB.
    conf.setIfMissing(PART_SIZE, "8M");
    // The "analytics" of Hadoop 3.5 gives up a file at the first connection that ends too early.
    conf.setIfMissing(INPUT, "classic");
  }
}
