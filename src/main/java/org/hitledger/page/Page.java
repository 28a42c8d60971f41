package org.hitledger.page;

import java.util.List;

/**
 * All that a page shows.
 *
 * @param facts of the run
 * @param span from when to when
 * @param zone of its days and hours
 * @param head its first numbers
 * @param balance what was read, and what of it was left out and why
 * @param periods what happened over time
 * @param heatMap by day of the week and hour
 * @param tables all others
 * @param style its style sheet
 * @param script its script
 * @param policy which of both a browser may use, and that it may load nothing
 */
public record Page(
    PageFacts facts,
    String span,
    String zone,
    List<HeadFact> head,
    List<BalanceLine> balance,
    PeriodTable periods,
    HeatMap heatMap,
    List<Table> tables,
    String style,
    String script,
    String policy) {}
