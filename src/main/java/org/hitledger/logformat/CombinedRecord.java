package org.hitledger.logformat;

import java.util.Optional;
import org.hitledger.access.AccessRecord;
import org.hitledger.access.LogTime;
import org.hitledger.bytes.ByteSlice;

/**
 * The fields of one line in the Common or the Combined log format, as they were logged.
 *
 * <p>The formats are those of Apache's mod_log_config: {@code %h %l %u %t "%r" %>s %b}, followed
 * for Combined by {@code "%{Referer}i" "%{User-agent}i"}. A field is a view into the line: nothing
 * is copied or decoded until it is asked for.
 */
final class CombinedRecord implements AccessRecord {
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
  CombinedRecord(byte[] line, CombinedScanner found) {
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

  static Optional<CombinedRecord> parse(byte[] line) {
    var scanner = new CombinedScanner(line);
    return scanner.scan() ? Optional.of(new CombinedRecord(line, scanner)) : Optional.empty();
  }

  @Override
  public Optional<ByteSlice> host() {
    return Optional.of(slice(0, hostEnd));
  }

  @Override
  public Optional<ByteSlice> identity() {
    return Optional.of(slice(identityStart, identityEnd));
  }

  @Override
  public Optional<ByteSlice> user() {
    return Optional.of(slice(userStart, userEnd));
  }

  /** What stands between the brackets ({@code %t}), not yet read as a time. */
  ByteSlice time() {
    return slice(timeStart, timeEnd);
  }

  /** The last five bytes of a time that is one. */
  @Override
  public Optional<ByteSlice> utcOffset() {
    return Optional.of(slice(timeEnd - LogTime.OFFSET_BYTES, timeEnd));
  }

  /** What stands between the quotes of the request ({@code %r}), not yet split. */
  ByteSlice requestLine() {
    return slice(requestStart, requestEnd);
  }

  @Override
  public Optional<ByteSlice> request() {
    return Optional.of(requestLine());
  }

  @Override
  public Optional<ByteSlice> status() {
    return Optional.of(slice(statusStart, statusEnd));
  }

  @Override
  public Optional<ByteSlice> size() {
    return Optional.of(slice(sizeStart, sizeEnd));
  }

  @Override
  public Optional<ByteSlice> referer() {
    return isCombined() ? Optional.of(slice(refererStart, refererEnd)) : Optional.empty();
  }

  @Override
  public Optional<ByteSlice> userAgent() {
    return isCombined() ? Optional.of(slice(agentStart, agentEnd())) : Optional.empty();
  }

  /** What follows the agent, and the quote behind it. */
  @Override
  public int unclaimedBytes() {
    return isCombined() ? line.length - agentEnd() - 1 : 0;
  }

  private int agentEnd() {
    return CombinedScanner.agentEnd(line, agentStart, escapes);
  }

  private boolean isCombined() {
    return agentStart != CombinedScanner.ABSENT;
  }

  private ByteSlice slice(int from, int to) {
    return new ByteSlice(line, from, to);
  }
}
