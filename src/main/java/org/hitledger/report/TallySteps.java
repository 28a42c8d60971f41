package org.hitledger.report;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.Iterator;
import org.hitledger.crawler.Crawlers;

/**
 * How accesses become panels, in steps between which parts are sorted and brought together. Each
 * step takes little memory, however much it is given.
 *
 * @param crawlers tell who asks
 * @param zone of hours and days
 * @param visitors how they are counted; where they are estimated, there is no second step
 */
public record TallySteps(Crawlers crawlers, ZoneId zone, VisitorCount visitors)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * The first step.
   *
   * @param accesses any of them
   * @return parts of rows, in no order
   */
  public Iterator<TallyEntry> tally(Iterator<ReportedAccess> accesses) {
    return new TalliedAccesses(accesses, this);
  }

  /**
   * The second step: visitors are counted.
   *
   * @param parts of the first step, sorted by placement and key, all of one placement together
   * @return parts of rows, in no order
   */
  public Iterator<TallyEntry> countVisitors(Iterator<TallyEntry> parts) {
    return new CountedVisitors(parts, new WhoAsks(crawlers), zone);
  }

  /**
   * The third step: rows are whole, and few are kept.
   *
   * @param parts of the second step, sorted by placement and key, all of one placement together
   * @return the first rows of each panel
   */
  public Panels choose(Iterator<TallyEntry> parts) {
    var choice = new PanelChoice();
    parts.forEachRemaining(part -> add(part, choice));
    return choice.end();
  }

  private static void add(TallyEntry part, PanelChoice choice) {
    if (part.rowKey().panel() == Panel.CHOSEN) {
      choice.add(part.chosen());
    } else {
      choice.add(part.rowKey(), part.measures());
    }
  }
}
