package org.hitledger.product.hits;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.hitledger.access.Access;
import org.hitledger.access.LogTime;
import org.hitledger.access.RequestLine;
import org.hitledger.access.UrlParts;
import org.hitledger.access.UserAgent;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.bytes.EscapedUtf8;
import org.hitledger.privacy.AddressList;
import org.hitledger.privacy.Privacy;
import org.hitledger.rules.AcceptedLine;

/** One accepted line, asked for its details. */
final class Hit {
  /** How Apache logs that there is none. */
  private static final String NONE = "-";

  private static final long SECONDS_PER_DAY = 24 * 60 * 60;

  private final AcceptedLine line;
  private final byte[] file;
  private final Function<ByteSlice, byte[]> hosts;
  private final Privacy privacy;
  private final boolean dropsQueries;
  private final boolean hidesRequests;
  private final Once<Optional<ByteSlice>> referer;
  private final Once<Optional<UrlParts>> refererParts;
  private final Once<Optional<ByteSlice>> userAgent;
  private final Once<Optional<UserAgent>> agentParts;

  Hit(AcceptedLine line, byte[] file, Function<ByteSlice, byte[]> hosts, Privacy privacy) {
    this.line = line;
    this.file = file;
    this.hosts = hosts;
    this.privacy = privacy;
    this.dropsQueries = privacy.dropsQueries();
    this.hidesRequests = privacy.hidesOddities();
    referer = new Once<>(() -> access().record().referer().flatMap(Hit::unlessNone));
    refererParts = new Once<>(() -> referer.get().flatMap(UrlParts::parse));
    userAgent = new Once<>(() -> access().record().userAgent().flatMap(Hit::unlessNone));
    agentParts = new Once<>(() -> userAgent.get().flatMap(UserAgent::parse));
  }

  static Optional<ByteSlice> unlessNone(ByteSlice field) {
    return field.length() == 0 || field.is(NONE) ? Optional.empty() : Optional.of(field);
  }

  Access access() {
    return line.access();
  }

  byte[] outcome() {
    return line.outcome().label().getBytes(US_ASCII);
  }

  byte[] file() {
    return file;
  }

  long timeMicros() {
    return time().epochMicros();
  }

  /** Days since 1970-01-01, of the date in UTC. */
  int epochDay() {
    return (int) Math.floorDiv(time().epochSecond(), SECONDS_PER_DAY);
  }

  private LogTime time() {
    return access().time();
  }

  Optional<byte[]> host() {
    return access().record().host().flatMap(Hit::unlessNone).map(hosts);
  }

  /** Nothing for none, and if it does not fit. */
  Optional<Integer> status() {
    OptionalLong status = number(access().record().status());
    return status.isPresent() && status.getAsLong() <= Integer.MAX_VALUE
        ? Optional.of((int) status.getAsLong())
        : Optional.empty();
  }

  /** Nothing for none, and if it does not fit. */
  Optional<Long> bytes() {
    OptionalLong bytes = number(access().record().size());
    return bytes.isPresent() ? Optional.of(bytes.getAsLong()) : Optional.empty();
  }

  private static OptionalLong number(Optional<ByteSlice> field) {
    return field.flatMap(Hit::unlessNone).map(Hit::number).orElse(OptionalLong.empty());
  }

  private static OptionalLong number(ByteSlice digits) {
    long value = 0;
    for (int i = digits.from(); i < digits.to(); i++) {
      int digit = digits.array()[i] - '0';
      if (value > (Long.MAX_VALUE - digit) / 10) {
        return OptionalLong.empty();
      }
      value = value * 10 + digit;
    }
    return OptionalLong.of(value);
  }

  Optional<Long> duration() {
    OptionalLong micros = access().record().durationMicros();
    return micros.isPresent() ? Optional.of(micros.getAsLong()) : Optional.empty();
  }

  Optional<Long> bytesReceived() {
    OptionalLong bytes = number(access().record().bytesReceived());
    return bytes.isPresent() ? Optional.of(bytes.getAsLong()) : Optional.empty();
  }

  /** Each address of the list is a host. */
  Optional<byte[]> forwardedFor() {
    return access()
        .record()
        .forwardedFor()
        .flatMap(Hit::unlessNone)
        .map(list -> AddressList.covered(list, hosts));
  }

  /** Nothing if it would be empty. */
  Optional<Map<String, String>> extra() {
    var extra = new LinkedHashMap<String, String>();
    access().record().extra().forEach((name, value) -> putUnlessNone(name, value, extra));
    return extra.isEmpty() ? Optional.empty() : Optional.of(extra);
  }

  private void putUnlessNone(String name, ByteSlice value, Map<String, String> extra) {
    if (privacy.keepsExtra(name)) {
      unlessNone(value)
          .ifPresent(text -> extra.put(name, new String(EscapedUtf8.escape(text), UTF_8)));
    }
  }

  Optional<ByteSlice> method() {
    return access().request().map(RequestLine::method).flatMap(Hit::unlessNone);
  }

  Optional<ByteSlice> target() {
    Optional<ByteSlice> target = access().request().map(RequestLine::target);
    return dropsQueries ? target.map(UrlParts::withoutQuery) : target;
  }

  Optional<ByteSlice> protocol() {
    return access().request().map(RequestLine::protocol).flatMap(Hit::unlessNone);
  }

  /** What the client sent, where it is no request: it may hold anything, addresses as well. */
  Optional<ByteSlice> unreadRequest() {
    return access().request().isPresent() || hidesRequests
        ? Optional.empty()
        : access().record().request().flatMap(Hit::unlessNone);
  }

  Optional<UrlParts> url() {
    return access().url();
  }

  /** Nothing also for a CONNECT, whose target is an authority and has none. */
  Optional<ByteSlice> path() {
    return access().request().filter(request -> !request.isConnect()).isPresent()
        ? url().map(UrlParts::path)
        : Optional.empty();
  }

  Optional<ByteSlice> query() {
    return unlessDropped(url().flatMap(UrlParts::query));
  }

  Optional<ByteSlice> referer() {
    return dropsQueries ? referer.get().map(UrlParts::withoutQuery) : referer.get();
  }

  Optional<UrlParts> refererParts() {
    return refererParts.get();
  }

  Optional<ByteSlice> refererQuery() {
    return unlessDropped(refererParts.get().flatMap(UrlParts::query));
  }

  private Optional<ByteSlice> unlessDropped(Optional<ByteSlice> query) {
    return dropsQueries ? Optional.empty() : query;
  }

  Optional<ByteSlice> userAgent() {
    return userAgent.get();
  }

  Optional<UserAgent> agentParts() {
    return agentParts.get();
  }
}
