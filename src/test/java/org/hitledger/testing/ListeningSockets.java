package org.hitledger.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sockets that a process listens at, as Linux tells of them in {@code /proc}. */
public final class ListeningSockets {
  private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");

  /** {@code sl local_address rem_address st ... uid timeout inode}; state 0A listens. */
  private static final Pattern LISTENER =
      Pattern.compile("\\s*\\d+: ([0-9A-F]+):[0-9A-F]{4} \\S+ 0A (?:\\S+ +){5}(\\d+) .*");

  private static final String LOOPBACK_V4 = "7F";
  private static final String LOOPBACK_V6 = "0".repeat(31) + "1";
  private static final String LOOPBACK_V4_IN_V6 = "0".repeat(20) + "FFFF" + LOOPBACK_V4;

  private ListeningSockets() {}

  /** The addresses, in hexadecimal as on the wire. */
  public static List<String> of(long pid) throws IOException {
    Set<String> inodes = inodes(Path.of("/proc", Long.toString(pid), "fd"));
    return Stream.concat(lines(pid, "tcp").stream(), lines(pid, "tcp6").stream())
        .map(LISTENER::matcher)
        .filter(Matcher::matches)
        .filter(line -> inodes.contains(line.group(2)))
        .map(line -> onTheWire(line.group(1)))
        .toList();
  }

  /** Whether nobody but this machine reaches an address. */
  public static boolean isLoopback(String address) {
    return (address.startsWith(LOOPBACK_V4) && address.length() == 8)
        || address.equals(LOOPBACK_V6)
        || address.startsWith(LOOPBACK_V4_IN_V6);
  }

  private static List<String> lines(long pid, String protocol) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(pid), "net", protocol));
  }

  /** Linux writes each four bytes as a number of this machine, which is little endian. */
  private static String onTheWire(String address) {
    byte[] bytes = HexFormat.of().parseHex(address);
    byte[] swapped = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      swapped[i] = bytes[i - i % 4 + 3 - i % 4];
    }
    return HexFormat.of().withUpperCase().formatHex(swapped);
  }

  private static Set<String> inodes(Path descriptors) throws IOException {
    try (Stream<Path> open = Files.list(descriptors)) {
      return open.map(ListeningSockets::target)
          .map(SOCKET::matcher)
          .filter(Matcher::matches)
          .map(socket -> socket.group(1))
          .collect(Collectors.toSet());
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return "closed by now";
    }
  }
}
