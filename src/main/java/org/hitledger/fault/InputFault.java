package org.hitledger.fault;

import java.io.Serial;

/** An input is missing, unreadable, damaged or changing. Nothing is published. */
public final class InputFault extends Fault {
  @Serial private static final long serialVersionUID = 1L;

  /** A fault that no exception told of. */
  public InputFault(String message) {
    super(message, null);
  }

  /** A fault that an exception told of, which is kept for our own logs. */
  public InputFault(String message, Throwable cause) {
    super(message, cause);
  }
}
