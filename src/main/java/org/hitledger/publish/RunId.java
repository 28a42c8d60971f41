package org.hitledger.publish;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which process wrote a folder, so that a later run can tell what a dead one left behind.
 *
 * @param pid the process's id
 * @param started when the process started, milliseconds since 1970: ids are used again
 * @param host the machine it ran on, with the name space of its process ids: containers that share
 *     a host's name may have one each
 */
public record RunId(long pid, long started, String host) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-(\\d{1,18})-([^/]+)");

  private static final String UNKNOWN_HOST = "unknown-host";
  private static final long CLOCK_STEP_MILLIS = 60_000;

  /**
   * Who runs this.
   *
   * @return the same for as long as the process lives
   */
  public static RunId ofThisProcess() {
    ProcessHandle process = ProcessHandle.current();
    return new RunId(process.pid(), startOf(process), thisHost());
  }

  /**
   * Reads what {@link #toString} has written.
   *
   * @param text perhaps such a text
   * @return nothing if it is none
   */
  public static Optional<RunId> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    return parts.matches()
        ? Optional.of(
            new RunId(
                Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)), parts.group(3)))
        : Optional.empty();
  }

  /**
   * Whether its process has surely ended.
   *
   * @return false of a process of another machine, of which nothing is sure
   */
  public boolean isDead() {
    return isOfThisHost() && !isRunning();
  }

  /** Whether its process surely runs. */
  boolean isAlive() {
    return isOfThisHost() && isRunning();
  }

  private boolean isOfThisHost() {
    return !host.startsWith(UNKNOWN_HOST) && host.equals(thisHost());
  }

  /** Linux works start times out from the clock, which may have been put right since. */
  private boolean isRunning() {
    return ProcessHandle.of(pid)
        .filter(process -> startOf(process) <= started + CLOCK_STEP_MILLIS)
        .isPresent();
  }

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String thisHost() {
    return hostName() + processSpace();
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return UNKNOWN_HOST;
    }
  }

  /** On Linux a number; elsewhere process ids are those of the machine. */
  private static String processSpace() {
    try {
      String link = Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
      return "-" + link.replaceAll("\\D", "");
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  @Override
  public String toString() {
    return pid + "-" + started + "-" + host;
  }
}
