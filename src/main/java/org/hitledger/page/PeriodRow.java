package org.hitledger.page;

import java.util.List;

/**
 * What happened in an hour, a day or a month.
 *
 * @param label its name
 * @param start in seconds since 1970
 * @param before the name of the one that it is compared with; empty for none
 * @param numbers in the order of {@link PeriodTable#NUMBERS}
 */
public record PeriodRow(String label, long start, String before, List<Cell> numbers) {}
