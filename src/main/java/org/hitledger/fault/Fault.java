package org.hitledger.fault;

import java.io.Serial;
import java.util.List;

/**
 * A run that cannot go on, for a reason that lies with the user or the surroundings and not in our
 * code. The message is for the user: what is wrong, where, and what to do about it.
 */
public abstract sealed class Fault extends RuntimeException
    permits UsageFault, InputFault, OutputFault, ClusterFault {
  @Serial private static final long serialVersionUID = 1L;

  Fault(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * What shows the place better than words.
   *
   * @return lines to stand below the message; none for most faults
   */
  public List<String> picture() {
    return List.of();
  }
}
