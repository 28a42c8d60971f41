package org.hitledger.privacy;

import java.io.Serializable;
import java.util.Set;
import org.hitledger.bytes.EscapedUtf8;

/**
 * What of an access is not written as it was logged.
 *
 * @param hosts what is written in place of hosts
 * @param dropsQueries whether queries are left out, of targets and of referers
 * @param hidesOddities whether what has no known form is left out: it may hold hosts and queries
 * @param extraKept the names of the extra fields that are kept then
 */
public record Privacy(
    HostAnonymizer hosts, boolean dropsQueries, boolean hidesOddities, Set<String> extraKept)
    implements Serializable {
  /** Hosts as they were logged. */
  public static final HostAnonymizer PLAIN_HOSTS = () -> EscapedUtf8::escape;

  /** All as it was logged. */
  public static final Privacy NONE = new Privacy(PLAIN_HOSTS, false, false, Set.of());

  /** Takes a copy. */
  public Privacy {
    extraKept = Set.copyOf(extraKept);
  }

  /**
   * Whether an extra field is written. It may hold cookies, credentials and addresses.
   *
   * @param name of the field
   * @return true for all if nothing is covered, else for those asked for
   */
  public boolean keepsExtra(String name) {
    return !hidesOddities || extraKept.contains(name);
  }
}
