package org.hitledger.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.hitledger.testing.Full;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same as {@link UpdateSimulationTest}, with the ledger on a distributed file system. */
@Full
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class UpdateOnHdfsIT {
  private static final int STEPS = 50;

  @TempDir Path home;

  @Test
  void a_ledger_on_hdfs_holds_each_line_of_a_site_once() throws Exception {
    long seed = Long.getLong("hitledger.seed", System.nanoTime());
    System.out.println("UpdateOnHdfsIT: -Dhitledger.seed=" + seed);
    var conf = new Configuration();
    conf.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, home.resolve("dfs").toString());
    try (var dfs = new MiniDFSCluster.Builder(conf).numDataNodes(1).build()) {
      dfs.waitClusterUp();
      DistributedFileSystem hdfs = dfs.getFileSystem();
      Path local = home.resolve("fetched");
      var place = new LedgerPlace(hdfs.getUri() + "/ledger", local, () -> fetch(hdfs, local));
      new Simulation(seed, home, place).run(STEPS);
    }
  }

  private static void fetch(DistributedFileSystem hdfs, Path local) {
    var ledger = new org.apache.hadoop.fs.Path("/ledger");
    try {
      FileUtil.fullyDelete(local.toFile());
      if (hdfs.exists(ledger)) {
        hdfs.copyToLocalFile(false, ledger, new org.apache.hadoop.fs.Path(local.toUri()), true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
