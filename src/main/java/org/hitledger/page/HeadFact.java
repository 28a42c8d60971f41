package org.hitledger.page;

import java.util.Optional;

/**
 * A number of the head of a page.
 *
 * @param label what it is
 * @param value in full digits
 * @param details what stands below it; empty for nothing
 * @param before the number of the period that it is compared with
 */
public record HeadFact(String label, String value, String details, Optional<Before> before) {}
