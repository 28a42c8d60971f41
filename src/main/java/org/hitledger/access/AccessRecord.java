package org.hitledger.access;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.hitledger.bytes.ByteSlice;

/**
 * The fields of one line as they were logged, whatever the log format. A field is a view: nothing
 * is copied or decoded until it is asked for. What its format does not have is absent; what was
 * logged as {@code -} or without a byte is there and says so.
 */
public interface AccessRecord {

  /**
   * The client ({@code %h}): an IPv4 or IPv6 address, or a name.
   *
   * @return one byte or more
   */
  default Optional<ByteSlice> host() {
    return Optional.empty();
  }

  /**
   * The client's identity by RFC 1413 ({@code %l}), nearly always {@code -}.
   *
   * @return one byte or more
   */
  default Optional<ByteSlice> identity() {
    return Optional.empty();
  }

  /**
   * The authenticated user ({@code %u}).
   *
   * @return may have spaces in it; {@code -} or nothing for nobody
   */
  default Optional<ByteSlice> user() {
    return Optional.empty();
  }

  /**
   * The site asked for ({@code %v}).
   *
   * @return perhaps with a port, as logged
   */
  default Optional<ByteSlice> vhost() {
    return Optional.empty();
  }

  /**
   * The request ({@code %r}), not yet split.
   *
   * @return any bytes, possibly none; absent if the format logs its parts alone
   */
  default Optional<ByteSlice> request() {
    return Optional.empty();
  }

  /**
   * The status of the response ({@code %>s}).
   *
   * @return digits, or {@code -} for none
   */
  default Optional<ByteSlice> status() {
    return Optional.empty();
  }

  /**
   * The size of the response ({@code %b}) in bytes.
   *
   * @return digits, or {@code -} for none
   */
  default Optional<ByteSlice> size() {
    return Optional.empty();
  }

  /**
   * The page that the request came from.
   *
   * @return possibly without bytes
   */
  default Optional<ByteSlice> referer() {
    return Optional.empty();
  }

  /**
   * What the client calls itself.
   *
   * @return possibly without bytes
   */
  default Optional<ByteSlice> userAgent() {
    return Optional.empty();
  }

  /**
   * How long the server took ({@code %D}).
   *
   * @return microseconds
   */
  default OptionalLong durationMicros() {
    return OptionalLong.empty();
  }

  /**
   * The size of the request ({@code %I}) in bytes.
   *
   * @return digits, or {@code -} for none
   */
  default Optional<ByteSlice> bytesReceived() {
    return Optional.empty();
  }

  /**
   * For whom proxies say that they ask ({@code X-Forwarded-For}).
   *
   * @return a list of addresses, as logged
   */
  default Optional<ByteSlice> forwardedFor() {
    return Optional.empty();
  }

  /**
   * The zone's offset as logged.
   *
   * @return such as {@code -0400}; absent for times without a zone
   */
  default Optional<ByteSlice> utcOffset() {
    return Optional.empty();
  }

  /**
   * All fields that no other method gives.
   *
   * @return values by the names that the server's documentation gives the fields, in their order
   */
  default Map<String, ByteSlice> extra() {
    return Map.of();
  }

  /**
   * How much of the line no field takes, such as what stands behind the agent of a Combined line.
   *
   * @return bytes
   */
  default int unclaimedBytes() {
    return 0;
  }
}
