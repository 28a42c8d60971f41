package org.hitledger.fault;

import java.io.Serial;

/** The command asks for what cannot be: wrong arguments, rules or settings. */
public final class UsageFault extends Fault {
  @Serial private static final long serialVersionUID = 1L;

  /** A fault that no exception told of. */
  public UsageFault(String message) {
    super(message, null);
  }

  /** A fault that an exception told of, which is kept for our own logs. */
  public UsageFault(String message, Throwable cause) {
    super(message, cause);
  }
}
