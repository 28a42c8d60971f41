package org.hitledger.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.hdfs.protocol.HdfsConstants;
import org.hitledger.cluster.Submit.Finished;
import org.hitledger.testing.Full;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From HDFS to HDFS, and how a distributed file system says no. */
@Full
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HdfsIT {
  private static final long SEED = Long.getLong("hitledger.seed", System.nanoTime());

  private Path folder;
  private Path logs;
  private StandaloneCluster cluster;
  private MiniDFSCluster dfs;
  private DistributedFileSystem hdfs;

  @BeforeAll
  void start(@TempDir Path temp) throws Exception {
    System.out.println("HdfsIT: -Dhitledger.seed=" + SEED);
    folder = temp;
    logs = CorpusOnDisk.write(temp.resolve("logs"), SEED);
    cluster = new StandaloneCluster(temp.resolve("work"), 2);
    var conf = new Configuration();
    conf.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, temp.resolve("dfs").toString());
    dfs = new MiniDFSCluster.Builder(conf).numDataNodes(1).build();
    dfs.waitClusterUp();
    hdfs = dfs.getFileSystem();
    hdfs.copyFromLocalFile(hdfsPath(logs.toString()), hdfsPath("/logs"));
    // Anybody may make folders at the root, as in /tmp of a real one.
    hdfs.setPermission(hdfsPath("/"), new FsPermission((short) 0777));
  }

  @AfterAll
  void stop() {
    if (dfs != null) {
      dfs.shutdown(true);
    }
    if (cluster != null) {
      cluster.close();
    }
  }

  private static org.apache.hadoop.fs.Path hdfsPath(String path) {
    return new org.apache.hadoop.fs.Path(path);
  }

  private String uri(String path) {
    return hdfs.getUri() + path;
  }

  private Stream<String> names(String path) throws Exception {
    return Arrays.stream(hdfs.listStatus(hdfsPath(path)))
        .map(FileStatus::getPath)
        .map(org.apache.hadoop.fs.Path::getName);
  }

  @Test
  void from_hdfs_to_hdfs_the_rows_are_those_of_local_files() throws Exception {
    Path local = folder.resolve("local");
    Finished atHome = Submit.with("--master", "local[1]").run("count", "--output", local, logs);
    assertThat(atHome.code()).as(atHome.err()).isZero();
    for (int round = 1; round <= 2; round++) {
      Finished run =
          cluster
              .submit()
              .run("count", "--overwrite", "--output", uri("/out/results"), uri("/logs/*.gz"));
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out()).isEqualTo(atHome.out());
      Path copy = folder.resolve("copy-" + round);
      hdfs.copyToLocalFile(hdfsPath("/out/results"), hdfsPath(copy.toString()));
      assertThat(Results.in(copy)).isEqualTo(Results.in(local));
      assertThat(names("/out")).containsExactly("results");
    }
  }

  @Test
  void logs_named_by_two_names_of_one_service_are_counted_once() throws Exception {
    String other = uri("/logs").replace("localhost", "127.0.0.1");
    assertThat(other).isNotEqualTo(uri("/logs"));
    Finished once = Submit.with().run("count", uri("/logs"));
    Finished twice = Submit.with().run("count", uri("/logs"), other);
    assertThat(twice.code()).as(twice.err()).isZero();
    assertThat(twice.out()).isEqualTo(once.out());
    assertThat(twice.err()).contains(other + " was named twice and is counted once");
  }

  @Test
  void a_missing_path_is_named() throws Exception {
    Finished run = Submit.with().run("count", uri("/nothing/*.gz"));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .contains(uri("/nothing/*.gz") + " matches nothing; expected a log file")
        .hasLineCount(1);
  }

  @Test
  void a_missing_permission_is_named() throws Exception {
    hdfs.mkdirs(hdfsPath("/private"));
    hdfs.setPermission(hdfsPath("/private"), new FsPermission((short) 0700));
    Finished run = asNobody("count", uri("/private/a.gz"));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("/private/a.gz: no permission to read it").hasLineCount(1);
    Finished write = asNobody("count", "--output", uri("/private/out"), logs);
    assertThat(write.code()).isEqualTo(5);
    assertThat(write.err()).contains("cannot write beside").hasLineCount(1);
  }

  private static Finished asNobody(Object... words) throws Exception {
    return Submit.with().conf("spark.driver.extraJavaOptions=-DHADOOP_USER_NAME=nobody").run(words);
  }

  @Test
  void a_full_quota_leaves_older_results_alone_and_nothing_half_written() throws Exception {
    String output = uri("/quota/results");
    assertThat(Submit.with().run("count", "--output", output, logs).code()).isZero();
    long modified = hdfs.getFileStatus(hdfsPath("/quota/results/run.json")).getModificationTime();
    hdfs.setQuota(hdfsPath("/quota"), HdfsConstants.QUOTA_DONT_SET, 1024);
    Finished run = Submit.with().run("count", "--overwrite", "--output", output, logs);
    assertThat(run.code()).as(run.err()).isEqualTo(5);
    assertThat(run.err()).contains("quota").contains("older results are untouched").hasLineCount(1);
    assertThat(names("/quota")).containsExactly("results");
    assertThat(hdfs.getFileStatus(hdfsPath("/quota/results/run.json")).getModificationTime())
        .isEqualTo(modified);
  }
}
