package org.hitledger.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hitledger.cluster.Submit.Running;
import org.hitledger.testing.Full;
import org.hitledger.testing.ListeningSockets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A local run is nobody else's business, also with Spark's web page. */
@Full
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LocalRunIT {
  @TempDir Path folder;

  private List<String> listensWhileItReads(Submit submit) throws Exception {
    Path logs = CorpusOnDisk.write(folder.resolve("logs"), 1);
    Gate gate = Gate.in(folder.resolve("gate"));
    Running run =
        submit
            .withoutAddress()
            .conf("spark.ui.enabled=true", "spark.ui.port=0")
            .gate(gate, "open:access.log-2")
            .start("count", "gate:" + logs);
    ProcessHandle driver = gate.awaitArrival(run);
    try {
      return ListeningSockets.of(driver.pid());
    } finally {
      gate.letGo();
      assertThat(run.finish().code()).isZero();
    }
  }

  @Test
  void nobody_else_reaches_a_local_run() throws Exception {
    assertThat(listensWhileItReads(Submit.with("--master", "local[2]")))
        .hasSizeGreaterThanOrEqualTo(3)
        .allMatch(ListeningSockets::isLoopback);
  }

  @Test
  void an_address_that_is_asked_for_is_listened_at() throws Exception {
    assertThat(
            listensWhileItReads(
                Submit.with("--master", "local[2]").conf("spark.driver.bindAddress=0.0.0.0")))
        .anyMatch(address -> !ListeningSockets.isLoopback(address));
  }
}
