package org.hitledger.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.hitledger.fault.UsageFault;
import org.hitledger.rules.AccessCriteria;
import org.hitledger.rules.Clients;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The arguments of every command that looks at some accesses alone. */
@Command
final class CriteriaOptions {
  @Option(
      names = "--status",
      paramLabel = "N,...",
      converter = ListArgument.Statuses.class,
      description = "Count only accesses with one of these statuses.")
  Optional<ListArgument> statuses;

  @Option(
      names = "--method",
      paramLabel = "NAME,...",
      converter = ListArgument.Methods.class,
      description = "Count only accesses with one of these methods, upper and lower case apart.")
  Optional<ListArgument> methods;

  @Option(
      names = "--people",
      description =
          "Count only people: accesses whose user agent is no crawler's (conf/crawlers.yaml).")
  boolean people;

  @Option(
      names = "--crawlers",
      description = "Count only crawlers: search engines, AI, monitors, tools and others.")
  boolean crawlers;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = TimeArgument.Converter.class,
      description =
          "Count only from this moment on: 2012-06-01, 2012-06-01T12:00 or"
              + " 2012-06-01T12:00:00+02:00.")
  Optional<TimeArgument> since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = TimeArgument.Converter.class,
      description = "Count only what is before this moment.")
  Optional<TimeArgument> until;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      converter = ZoneConverter.class,
      description = "Time zone of periods, --since and --until (default: ${DEFAULT-VALUE}).")
  ZoneId zone;

  AccessCriteria criteria() {
    Instant from = instant(since).orElse(Instant.MIN);
    Instant to = instant(until).orElse(Instant.MAX);
    if (!from.isBefore(to)) {
      throw new UsageFault(
          "--since %s is not before --until %s, so that nothing could be counted; see --help"
              .formatted(since.orElseThrow(), until.orElseThrow()));
    }
    return new AccessCriteria(texts(methods), texts(statuses), from, to, clients());
  }

  private Clients clients() {
    if (people && crawlers) {
      throw new UsageFault(
          "--people and --crawlers exclude each other, so that nothing could be counted; leave one of them out");
    }
    if (people) {
      return Clients.PEOPLE;
    }
    return crawlers ? Clients.CRAWLERS : Clients.ALL;
  }

  private Optional<Instant> instant(Optional<TimeArgument> moment) {
    return moment.map(time -> time.in(zone));
  }

  private static List<String> texts(Optional<ListArgument> argument) {
    return argument.map(ListArgument::texts).orElseGet(List::of);
  }
}
