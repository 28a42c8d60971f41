package org.hitledger.privacy;

import java.io.Serializable;
import org.hitledger.bytes.EscapedUtf8;

/**
 * What of an access is not written as it was logged.
 *
 * @param hosts what is written in place of hosts
 * @param dropsQueries whether queries are left out, of targets and of referers
 */
public record Privacy(HostAnonymizer hosts, boolean dropsQueries) implements Serializable {
  /** Hosts as they were logged. */
  public static final HostAnonymizer PLAIN_HOSTS = () -> EscapedUtf8::escape;
}
