package org.hitledger.fault;

import java.io.Serial;

/** The results could not be written or published. Older results are whole. */
public final class OutputFault extends Fault {
  @Serial private static final long serialVersionUID = 1L;

  /** A fault that no exception told of. */
  public OutputFault(String message) {
    super(message, null);
  }

  /** A fault that an exception told of, which is kept for our own logs. */
  public OutputFault(String message, Throwable cause) {
    super(message, cause);
  }
}
