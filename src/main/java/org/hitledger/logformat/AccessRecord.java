package org.hitledger.logformat;

import java.util.Optional;
import org.hitledger.bytes.ByteSlice;

/**
 * The fields of one line in the Common or the Combined log format, as they were logged.
 *
 * <p>The formats are those of Apache's mod_log_config: {@code %h %l %u %t "%r" %>s %b}, followed
 * for Combined by {@code "%{Referer}i" "%{User-agent}i"}. A field is a view into the line: nothing
 * is copied or decoded until it is asked for.
 */
public final class AccessRecord {
  private final byte[] line;
  private final int hostEnd;
  private final int identityStart;
  private final int identityEnd;
  private final int userStart;
  private final int userEnd;
  private final int timeStart;
  private final int timeEnd;
  private final int requestStart;
  private final int requestEnd;
  private final int statusStart;
  private final int statusEnd;
  private final int sizeStart;
  private final int sizeEnd;
  private final int refererStart;
  private final int refererEnd;
  private final int agentStart;
  private final boolean escapes;

  /** Takes over what a successful scan has found. */
  AccessRecord(byte[] line, RecordScanner found) {
    this.line = line;
    hostEnd = found.hostEnd;
    identityStart = found.identityStart;
    identityEnd = found.identityEnd;
    userStart = found.userStart;
    userEnd = found.userEnd;
    timeStart = found.timeStart;
    timeEnd = found.timeEnd;
    requestStart = found.requestStart;
    requestEnd = found.requestEnd;
    statusStart = found.statusStart;
    statusEnd = found.statusEnd;
    sizeStart = found.sizeStart;
    sizeEnd = found.sizeEnd;
    refererStart = found.refererStart;
    refererEnd = found.refererEnd;
    agentStart = found.agentStart;
    escapes = found.escapes;
  }

  /**
   * Finds the fields of a line.
   *
   * @param line the line's bytes without its end; kept by the record, never changed
   * @return the record, or nothing if the line has neither format's shape
   */
  public static Optional<AccessRecord> parse(byte[] line) {
    var scanner = new RecordScanner(line);
    return scanner.scan() ? Optional.of(new AccessRecord(line, scanner)) : Optional.empty();
  }

  /**
   * The client ({@code %h}): an IPv4 or IPv6 address, or a name.
   *
   * @return one byte or more
   */
  public ByteSlice host() {
    return slice(0, hostEnd);
  }

  /**
   * The client's identity by RFC 1413 ({@code %l}), nearly always {@code -}.
   *
   * @return one byte or more
   */
  public ByteSlice identity() {
    return slice(identityStart, identityEnd);
  }

  /**
   * The authenticated user ({@code %u}).
   *
   * @return may have spaces in it; {@code -} or nothing for nobody
   */
  public ByteSlice user() {
    return slice(userStart, userEnd);
  }

  /**
   * What stands between the brackets ({@code %t}), not yet read as a time.
   *
   * @return any bytes, possibly none
   */
  public ByteSlice time() {
    return slice(timeStart, timeEnd);
  }

  /**
   * What stands between the quotes of the request ({@code %r}), not yet split.
   *
   * @return any bytes, possibly none
   */
  public ByteSlice request() {
    return slice(requestStart, requestEnd);
  }

  /**
   * The status ({@code %>s}).
   *
   * @return digits, or {@code -} for none
   */
  public ByteSlice status() {
    return slice(statusStart, statusEnd);
  }

  /**
   * The size of the response ({@code %b}) in bytes.
   *
   * @return digits, or {@code -} for none
   */
  public ByteSlice size() {
    return slice(sizeStart, sizeEnd);
  }

  /**
   * The page that the request came from.
   *
   * @return the field, possibly without bytes; nothing for a Common line
   */
  public Optional<ByteSlice> referer() {
    return isCombined() ? Optional.of(slice(refererStart, refererEnd)) : Optional.empty();
  }

  /**
   * What the client calls itself.
   *
   * @return the field, possibly without bytes; nothing for a Common line
   */
  public Optional<ByteSlice> userAgent() {
    return isCombined()
        ? Optional.of(slice(agentStart, RecordScanner.agentEnd(line, agentStart, escapes)))
        : Optional.empty();
  }

  private boolean isCombined() {
    return agentStart != RecordScanner.ABSENT;
  }

  private ByteSlice slice(int from, int to) {
    return new ByteSlice(line, from, to);
  }
}
