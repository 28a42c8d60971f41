package org.hitledger.rules;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.logformat.Access;

/**
 * Applies to an access what does not hang on its path: the hosts and user agents of {@link
 * PathRules}, and {@link AccessCriteria}. A filter that is not in use costs one look at its field.
 */
final class AccessFilter implements Serializable {
  private static final long serialVersionUID = 1L;

  private final byte[][] excludedHosts;
  private final byte[][] excludedAgents;
  private final byte[][] methods;
  private final byte[][] statuses;
  private final boolean limitsTime;
  private final long since;
  private final long until;

  AccessFilter(PathRules rules, AccessCriteria limits) {
    excludedHosts = utf8(rules.excludedHosts());
    excludedAgents = utf8(rules.excludedAgents());
    methods = utf8(limits.methods());
    statuses = utf8(limits.statuses());
    for (int i = 0; i < statuses.length; i++) {
      statuses[i] = withoutLeadingZeros(ByteSlice.of(statuses[i])).toArray();
    }
    limitsTime = limits.limitTime();
    since = limits.since().getEpochSecond();
    until = limits.until().getEpochSecond();
  }

  /** Which of the filters stops an access, or {@link Outcome#COUNTED} if none does. */
  Outcome outcomeOf(Access access) {
    if (excludedHosts.length > 0 && isOneOf(excludedHosts, access.record().host())) {
      return Outcome.EXCLUDED_HOST;
    }
    if (excludedAgents.length > 0 && isByExcludedAgent(access)) {
      return Outcome.EXCLUDED_AGENT;
    }
    if (methods.length > 0 && !isOneOf(methods, access.request().method())) {
      return Outcome.OTHER_METHOD;
    }
    if (statuses.length > 0 && !isOneOf(statuses, withoutLeadingZeros(access.record().status()))) {
      return Outcome.OTHER_STATUS;
    }
    return limitsTime && !isInTime(access.time().epochSecond())
        ? Outcome.OTHER_TIME
        : Outcome.COUNTED;
  }

  /** The optional classes that this filter puts lines into. */
  Set<Outcome> inUse() {
    var inUse = EnumSet.noneOf(Outcome.class);
    addIf(excludedHosts.length > 0, Outcome.EXCLUDED_HOST, inUse);
    addIf(excludedAgents.length > 0, Outcome.EXCLUDED_AGENT, inUse);
    addIf(methods.length > 0, Outcome.OTHER_METHOD, inUse);
    addIf(statuses.length > 0, Outcome.OTHER_STATUS, inUse);
    addIf(limitsTime, Outcome.OTHER_TIME, inUse);
    return inUse;
  }

  private static void addIf(boolean isInUse, Outcome outcome, Set<Outcome> inUse) {
    if (isInUse) {
      inUse.add(outcome);
    }
  }

  private boolean isInTime(long epochSecond) {
    return epochSecond >= since && epochSecond < until;
  }

  private boolean isByExcludedAgent(Access access) {
    Optional<ByteSlice> agent = access.record().userAgent();
    return agent.isPresent() && containsOneOf(excludedAgents, agent.get());
  }

  private static boolean isOneOf(byte[][] texts, ByteSlice slice) {
    for (byte[] text : texts) {
      if (isAt(slice.from(), slice.to(), text, slice.array())) {
        return true;
      }
    }
    return false;
  }

  private static boolean containsOneOf(byte[][] texts, ByteSlice slice) {
    for (byte[] text : texts) {
      for (int at = slice.from(); at + text.length <= slice.to(); at++) {
        if (isAt(at, at + text.length, text, slice.array())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isAt(int from, int to, byte[] text, byte[] bytes) {
    return Arrays.equals(bytes, from, to, text, 0, text.length);
  }

  /** So that numbers of any length compare as bytes; of zeros one is left. */
  private static ByteSlice withoutLeadingZeros(ByteSlice digits) {
    int from = digits.from();
    while (from < digits.to() - 1 && digits.array()[from] == '0') {
      from++;
    }
    return new ByteSlice(digits.array(), from, digits.to());
  }

  private static byte[][] utf8(List<String> texts) {
    return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
  }
}
