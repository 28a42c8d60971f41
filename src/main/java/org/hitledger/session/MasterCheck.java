package org.hitledger.session;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hitledger.fault.ClusterFault;
import org.hitledger.fault.UsageFault;

/**
 * Asks whether a standalone cluster's master is there at all. Spark itself tries for a minute, and
 * then fails with a stack trace about something else.
 */
final class MasterCheck {
  private static final String STANDALONE = "spark://";
  private static final Pattern ADDRESS = Pattern.compile("\\[?([^\\]]+)\\]?:(\\d{1,5})");
  private static final int TIMEOUT_MILLIS = 10_000;

  private MasterCheck() {}

  /**
   * Makes sure that one of the masters answers.
   *
   * @param master Spark's setting; other than {@code spark://host:port,...} it passes
   */
  static void requireReachable(String master) {
    if (master.startsWith(STANDALONE)) {
      String[] addresses = master.substring(STANDALONE.length()).split(",");
      if (Arrays.stream(addresses).noneMatch(MasterCheck::answers)) {
        throw new ClusterFault(
            "no master answers at %s; check the address, and that the master runs"
                .formatted(master));
      }
    }
  }

  private static boolean answers(String address) {
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
