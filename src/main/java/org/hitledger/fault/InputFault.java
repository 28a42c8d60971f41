package org.hitledger.fault;

import java.io.Serial;

/** An input is missing, unreadable, damaged or changing. Nothing is published. */
public final class InputFault extends Fault {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * A fault that no exception told of.
   *
   * @param message what is wrong, where, and what to do
   */
  public InputFault(String message) {
    super(message, null);
  }

  /**
   * A fault that an exception told of.
   *
   * @param message what is wrong, where, and what to do
   * @param cause the exception, for our own logs
   */
  public InputFault(String message, Throwable cause) {
    super(message, cause);
  }
}
