package org.hitledger.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hitledger.fault.UsageFault;
import org.hitledger.rules.AccessCriteria;
import org.hitledger.rules.Clients;

/** What the options limit a count to. */
final class CriteriaOptions {
  private CriteriaOptions() {}

  static AccessCriteria of(CountCommand arguments) {
    Instant since = instant(arguments.since, arguments).orElse(Instant.MIN);
    Instant until = instant(arguments.until, arguments).orElse(Instant.MAX);
    if (!since.isBefore(until)) {
      throw new UsageFault(
          "--since %s is not before --until %s, so that nothing could be counted; see --help"
              .formatted(arguments.since.orElseThrow(), arguments.until.orElseThrow()));
    }
    return new AccessCriteria(
        texts(arguments.methods), texts(arguments.statuses), since, until, clients(arguments));
  }

  private static Clients clients(CountCommand arguments) {
    if (arguments.people && arguments.crawlers) {
      throw new UsageFault(
          "--people and --crawlers exclude each other, so that nothing could be counted; leave one of them out");
    }
    if (arguments.people) {
      return Clients.PEOPLE;
    }
    return arguments.crawlers ? Clients.CRAWLERS : Clients.ALL;
  }

  private static Optional<Instant> instant(Optional<TimeArgument> moment, CountCommand arguments) {
    return moment.map(time -> time.in(arguments.zone));
  }

  private static List<String> texts(Optional<ListArgument> argument) {
    return argument.map(ListArgument::texts).orElseGet(List::of);
  }
}
