package org.hitledger.privacy;

import java.io.Serializable;
import org.hitledger.bytes.EscapedUtf8;

/**
 * What of an access is not written as it was logged.
 *
 * @param hosts what is written in place of hosts
 * @param dropsQueries whether queries are left out, of targets and of referers
 * @param hidesOddities whether what has no known form is left out: it may hold hosts and queries
 */
public record Privacy(HostAnonymizer hosts, boolean dropsQueries, boolean hidesOddities)
    implements Serializable {
  /** Hosts as they were logged. */
  public static final HostAnonymizer PLAIN_HOSTS = () -> EscapedUtf8::escape;
}
