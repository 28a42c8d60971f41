package org.hitledger.rules;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.hitledger.access.Access;
import org.hitledger.access.RequestLine;
import org.hitledger.bytes.ByteSlice;

/**
 * Applies to an access what does not hang on its path: the hosts and user agents of {@link
 * PathRules}, and {@link AccessCriteria}. A filter that is not in use costs one look at its field.
 */
final class AccessFilter implements Serializable {
  private static final long serialVersionUID = 2L;

  private final TextSet excludedHosts;
  private final byte[][] excludedAgents;
  private final TextSet methods;
  private final TextSet statuses;
  private final boolean limitsTime;
  private final long since;
  private final long until;
  private final ClientFilter clients;

  AccessFilter(PathRules rules, AccessCriteria criteria) {
    excludedHosts = new TextSet(rules.excludedHosts());
    excludedAgents = TextSet.utf8(rules.excludedAgents());
    methods = new TextSet(criteria.methods());
    statuses =
        new TextSet(criteria.statuses().stream().map(AccessFilter::withoutLeadingZeros).toList());
    limitsTime = criteria.limitTime();
    since = criteria.since().getEpochSecond();
    until = criteria.until().getEpochSecond();
    clients = ClientFilter.of(criteria.clients(), rules);
  }

  /** Which of the rules stops an access, or {@link Outcome#COUNTED} if none does. */
  Outcome outcomeByRules(Access access) {
    if (!excludedHosts.isEmpty() && isIn(excludedHosts, access.record().host())) {
      return Outcome.EXCLUDED_HOST;
    }
    return excludedAgents.length > 0 && isByExcludedAgent(access)
        ? Outcome.EXCLUDED_AGENT
        : Outcome.COUNTED;
  }

  /** Which of the criteria stops an access, or {@link Outcome#COUNTED} if none does. */
  Outcome outcomeByCriteria(Access access, RequestLine request) {
    if (!methods.isEmpty() && !methods.contains(request.method())) {
      return Outcome.OTHER_METHOD;
    }
    if (!statuses.isEmpty()
        && !isIn(statuses, access.record().status().map(AccessFilter::withoutLeadingZeros))) {
      return Outcome.OTHER_STATUS;
    }
    return limitsTime && !isInTime(access.time().epochSecond())
        ? Outcome.OTHER_TIME
        : clients.outcomeOf(access);
  }

  private static boolean isIn(TextSet texts, Optional<ByteSlice> field) {
    return field.isPresent() && texts.contains(field.get());
  }

  /** The optional classes that this filter puts lines into. */
  Set<Outcome> inUse() {
    var inUse = EnumSet.noneOf(Outcome.class);
    addIf(!excludedHosts.isEmpty(), Outcome.EXCLUDED_HOST, inUse);
    addIf(excludedAgents.length > 0, Outcome.EXCLUDED_AGENT, inUse);
    addIf(!methods.isEmpty(), Outcome.OTHER_METHOD, inUse);
    addIf(!statuses.isEmpty(), Outcome.OTHER_STATUS, inUse);
    addIf(limitsTime, Outcome.OTHER_TIME, inUse);
    inUse.addAll(clients.inUse());
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

  private static boolean containsOneOf(byte[][] texts, ByteSlice slice) {
    for (byte[] text : texts) {
      for (int at = slice.from(); at + text.length <= slice.to(); at++) {
        if (Arrays.equals(slice.array(), at, at + text.length, text, 0, text.length)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String withoutLeadingZeros(String digits) {
    return withoutLeadingZeros(ByteSlice.of(digits.getBytes(US_ASCII))).toString();
  }

  /** So that numbers of any length compare as bytes; of zeros one is left. */
  private static ByteSlice withoutLeadingZeros(ByteSlice digits) {
    int from = digits.from();
    while (from < digits.to() - 1 && digits.array()[from] == '0') {
      from++;
    }
    return new ByteSlice(digits.array(), from, digits.to());
  }
}
