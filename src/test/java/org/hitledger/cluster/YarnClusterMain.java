package org.hitledger.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;

/**
 * HDFS and YARN in a process of their own: a name node, a data node, a resource manager and a node
 * manager, all on the loopback interface. Says {@link #IS_UP} when containers can be started; ends
 * when its standard input does, and with it all containers.
 */
final class YarnClusterMain {
  static final String IS_UP = "YARN is up: ";

  /** The settings that clients need, as a site has them in {@code HADOOP_CONF_DIR}. */
  private static final Map<String, Predicate<String>> SITE_FILES =
      Map.of(
          "core-site.xml",
          "fs.defaultFS"::equals,
          "yarn-site.xml",
          name -> name.startsWith("yarn.") && !name.contains("scheduler.class"));

  private YarnClusterMain() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    YarnConfiguration conf = settings();
    conf.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("dfs").toString());
    MiniDFSCluster dfs = new MiniDFSCluster.Builder(conf).numDataNodes(1).build();
    dfs.waitClusterUp();
    openToAll(dfs.getFileSystem());
    conf.set("fs.defaultFS", dfs.getURI().toString());
    var yarn = new MiniYARNCluster("yarn", 1, 1, 1);
    yarn.init(conf);
    yarn.start();
    if (!yarn.waitForNodeManagersToConnect(60_000)) {
      throw new IllegalStateException("the node manager has not connected");
    }
    writeSiteFiles(yarn.getConfig(), Files.createDirectories(folder.resolve("conf")));
    System.out.println(IS_UP + dfs.getURI());
    System.in.transferTo(OutputStream.nullOutputStream());
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    Runtime.getRuntime().halt(0);
  }

  private static YarnConfiguration settings() {
    var conf = new YarnConfiguration();
    conf.setInt("yarn.scheduler.minimum-allocation-mb", 128);
    conf.setInt("yarn.scheduler.maximum-allocation-mb", 4096);
    conf.setInt("yarn.nodemanager.resource.memory-mb", 4096);
    conf.setInt("yarn.nodemanager.resource.cpu-vcores", 4);
    // A container is given when its node is heard of, and with the defaults that takes seconds.
    conf.setInt("yarn.resourcemanager.nodemanagers.heartbeat-interval-ms", 50);
    conf.setBoolean("yarn.nodemanager.vmem-check-enabled", false);
    // Looked at by the node manager itself, which else leaves it to the kernel's control groups.
    conf.setBoolean("yarn.nodemanager.resource.memory.enforced", false);
    conf.setBoolean(YarnConfiguration.YARN_MINICLUSTER_CONTROL_RESOURCE_MONITORING, true);
    conf.setInt("yarn.nodemanager.container-monitor.interval-ms", 300);
    conf.set(
        "yarn.nodemanager.disk-health-checker.max-disk-utilization-per-disk-percentage", "99.9");
    conf.setBoolean("yarn.log-aggregation-enable", true);
    conf.set("yarn.scheduler.capacity.root.queues", "default,nightly,narrow,closed");
    conf.set("yarn.scheduler.capacity.root.default.capacity", "49");
    conf.set("yarn.scheduler.capacity.root.default.maximum-capacity", "100");
    conf.set("yarn.scheduler.capacity.root.nightly.capacity", "50");
    conf.set("yarn.scheduler.capacity.root.nightly.maximum-capacity", "100");
    conf.set("yarn.scheduler.capacity.root.narrow.capacity", "1");
    conf.set("yarn.scheduler.capacity.root.narrow.maximum-capacity", "1");
    conf.set("yarn.scheduler.capacity.root.closed.capacity", "0");
    conf.set("yarn.scheduler.capacity.root.closed.state", "STOPPED");
    conf.set("yarn.scheduler.capacity.maximum-am-resource-percent", "1");
    return conf;
  }

  private static void openToAll(FileSystem hdfs) throws IOException {
    hdfs.setPermission(new org.apache.hadoop.fs.Path("/"), new FsPermission((short) 0777));
  }

  private static void writeSiteFiles(Configuration conf, Path folder) throws IOException {
    for (var file : SITE_FILES.entrySet()) {
      var site = new Configuration(false);
      conf.forEach(
          setting -> {
            if (file.getValue().test(setting.getKey())) {
              site.set(setting.getKey(), setting.getValue());
            }
          });
      try (OutputStream out = Files.newOutputStream(folder.resolve(file.getKey()))) {
        site.writeXml(out);
      }
    }
  }
}
