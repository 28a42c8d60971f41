package org.hitledger.privacy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hitledger.bytes.ByteSlice;

/**
 * Keeps the network of an address, which many share: the first 24 bits of IPv4, the first 48 of
 * IPv6, which is what a provider gives one customer or more. A name may be a person's own: of names
 * nothing is kept.
 */
public final class TruncatedHosts implements HostAnonymizer {
  private static final long serialVersionUID = 1L;

  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)");

  /**
   * What {@link InetAddress} takes for an address, so that it never asks the network for a name.
   */
  private static final Pattern MAYBE_IPV6 = Pattern.compile("[0-9a-fA-F]*:[0-9a-fA-F:.]*");

  private static final int LONGEST_ADDRESS = 45;
  private static final int GROUPS_KEPT = 3;
  private static final String NAME = "hidden";

  /** A cover that needs no key. */
  public TruncatedHosts() {}

  @Override
  public Function<ByteSlice, byte[]> begin() {
    return host -> truncated(host).getBytes(US_ASCII);
  }

  private static String truncated(ByteSlice host) {
    if (host.length() > LONGEST_ADDRESS) {
      return NAME;
    }
    String text = host.toString();
    if (IPV4.matcher(text).matches()) {
      return network(text);
    }
    return address(text).map(TruncatedHosts::network).orElse(NAME);
  }

  private static String network(String ipv4) {
    return ipv4.substring(0, ipv4.lastIndexOf('.')) + ".0";
  }

  private static Optional<InetAddress> address(String text) {
    try {
      return MAYBE_IPV6.matcher(text).matches()
          ? Optional.of(InetAddress.getByName(text))
          : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** In the form of RFC 5952; an IPv4 address inside IPv6 keeps what IPv4 keeps. */
  private static String network(InetAddress address) {
    if (address instanceof Inet4Address) {
      return "::ffff:" + network(address.getHostAddress());
    }
    byte[] bytes = address.getAddress();
    var groups = new ArrayList<String>();
    for (int i = 0; i < GROUPS_KEPT; i++) {
      groups.add(Integer.toHexString((bytes[2 * i] & 0xFF) << 8 | (bytes[2 * i + 1] & 0xFF)));
    }
    while (!groups.isEmpty() && groups.get(groups.size() - 1).equals("0")) {
      groups.remove(groups.size() - 1);
    }
    return String.join(":", groups) + "::";
  }
}
