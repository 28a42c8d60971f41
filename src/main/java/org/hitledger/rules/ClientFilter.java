package org.hitledger.rules;

import java.io.Serializable;
import java.util.Set;
import org.hitledger.access.Access;
import org.hitledger.crawler.Crawlers;

/** Tells people from crawlers by their user agents. Where all count, it looks at none. */
sealed interface ClientFilter extends Serializable {

  /** The filter for some clients; where all count, the list of crawlers is not read. */
  static ClientFilter of(Clients clients, PathRules rules) {
    return switch (clients) {
      case ALL -> new Everybody();
      case PEOPLE -> new PeopleOnly(rules.crawlers());
      case CRAWLERS -> new CrawlersOnly(rules.crawlers());
    };
  }

  /** The class of an access that all other filters let pass. */
  Outcome outcomeOf(Access access);

  /** The classes that it puts lines into, but the counted. */
  Set<Outcome> inUse();

  /** Whether an access is a crawler's. One without a user agent is not. */
  private static boolean isByCrawler(Access access, Crawlers crawlers) {
    return access.record().userAgent().flatMap(crawlers::of).isPresent();
  }

  /** No filter. */
  record Everybody() implements ClientFilter {
    private static final long serialVersionUID = 1L;

    @Override
    public Outcome outcomeOf(Access access) {
      return Outcome.COUNTED;
    }

    @Override
    public Set<Outcome> inUse() {
      return Set.of();
    }
  }

  /** Lets all pass but crawlers. */
  record PeopleOnly(Crawlers crawlers) implements ClientFilter {
    private static final long serialVersionUID = 1L;

    @Override
    public Outcome outcomeOf(Access access) {
      return isByCrawler(access, crawlers) ? Outcome.BY_CRAWLER : Outcome.COUNTED;
    }

    @Override
    public Set<Outcome> inUse() {
      return Set.of(Outcome.BY_CRAWLER);
    }
  }

  /** Lets crawlers pass. */
  record CrawlersOnly(Crawlers crawlers) implements ClientFilter {
    private static final long serialVersionUID = 1L;

    @Override
    public Outcome outcomeOf(Access access) {
      return isByCrawler(access, crawlers) ? Outcome.COUNTED : Outcome.BY_PEOPLE;
    }

    @Override
    public Set<Outcome> inUse() {
      return Set.of(Outcome.BY_PEOPLE);
    }
  }
}
