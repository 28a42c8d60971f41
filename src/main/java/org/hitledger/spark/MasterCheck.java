package org.hitledger.spark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hitledger.fault.ClusterFault;
import org.hitledger.fault.UsageFault;

/**
 * Asks whether there can be such a master, and whether a standalone cluster's is there at all.
 * Spark itself tries for a minute, and then fails with a stack trace about something else.
 */
final class MasterCheck {
  private static final String STANDALONE = "spark://";
  private static final Pattern LOCAL =
      Pattern.compile("local(\\[(\\*|0*[1-9]\\d{0,8})(\\s*,\\s*0*[1-9]\\d{0,8})?])?");
  private static final Pattern ADDRESS = Pattern.compile("\\[?([^\\]]+)\\]?:(\\d{1,5})");
  private static final int TIMEOUT_MILLIS = 10_000;

  private MasterCheck() {}

  /**
   * Makes sure that a local master can be, and that one of a standalone cluster's masters answers.
   *
   * @param master Spark's setting; other than {@code local...} and {@code spark://host:port,...} it
   *     passes
   * @throws UsageFault if it is not written as Spark expects it
   * @throws ClusterFault if no master answers
   */
  static void requireUsable(String master) {
    if (isLocal(master) && !LOCAL.matcher(master).matches()) {
      throw new UsageFault(
          "--master: expected local, local[N] or local[*], N being 1 or more, but was " + master);
    }
    if (!answers(master)) {
      throw new ClusterFault(
          "no master answers at %s; check the address, and that the master runs".formatted(master));
    }
  }

  /** Whether one of a standalone cluster's masters answers; others are not asked. */
  static boolean answers(String master) {
    return !master.startsWith(STANDALONE)
        || Arrays.stream(master.substring(STANDALONE.length()).split(","))
            .anyMatch(MasterCheck::listens);
  }

  /** Whether all of Spark runs in this process; but not what Spark's own tests use. */
  static boolean isLocal(String master) {
    return master.startsWith("local") && !master.startsWith("local-cluster");
  }

  private static boolean listens(String address) {
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches()) {
      throw new UsageFault("--master: expected spark://HOST:PORT, but was " + address);
    }
    try (var socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(parts.group(1), Integer.parseInt(parts.group(2))), TIMEOUT_MILLIS);
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
