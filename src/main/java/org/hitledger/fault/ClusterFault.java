package org.hitledger.fault;

import java.io.Serial;

/**
 * The cluster did not give what the run needs, such as a master that answers. Nothing is published.
 */
public final class ClusterFault extends Fault {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * A fault that no exception told of.
   *
   * @param message what is wrong, where, and what to do
   */
  public ClusterFault(String message) {
    super(message, null);
  }

  /**
   * A fault that an exception told of.
   *
   * @param message what is wrong, where, and what to do
   * @param cause the exception, for our own logs
   */
  public ClusterFault(String message, Throwable cause) {
    super(message, cause);
  }
}
