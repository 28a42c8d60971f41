package org.hitledger.plan;

import java.time.ZoneId;
import java.util.Optional;
import org.hitledger.report.VisitorCount;
import org.hitledger.rules.AccessCriteria;

/**
 * What a report is to show. Nothing that it names has been looked at.
 *
 * @param criteria which accesses it is about, of those that the rules let pass
 * @param compared which it is compared with, if it is
 * @param zone of its hours and days
 * @param visitors how they are counted
 * @param output the file of the page
 * @param overwrite whether an older page may be replaced
 */
public record ReportPlan(
    AccessCriteria criteria,
    Optional<AccessCriteria> compared,
    ZoneId zone,
    VisitorCount visitors,
    String output,
    boolean overwrite) {}
