package org.hitledger.rules;

import org.hitledger.access.Access;

/**
 * A line that is an access, whether it counts or not.
 *
 * @param access what it says
 * @param outcome {@link Outcome#COUNTED}, or the filter that stopped it
 */
public record AcceptedLine(Access access, Outcome outcome) implements ClassedLine {}
