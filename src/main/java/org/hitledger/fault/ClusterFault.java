package org.hitledger.fault;

import java.io.Serial;

/**
 * The cluster did not give what the run needs, such as a master that answers. Nothing is published.
 */
public final class ClusterFault extends Fault {
  @Serial private static final long serialVersionUID = 1L;

  /** A fault that no exception told of. */
  public ClusterFault(String message) {
    super(message, null);
  }

  /** A fault that an exception told of, which is kept for our own logs. */
  public ClusterFault(String message, Throwable cause) {
    super(message, cause);
  }
}
