package org.hitledger.fault;

import java.io.Serial;

/** The results could not be written or published. Older results are whole. */
public final class OutputFault extends Fault {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * A fault that no exception told of.
   *
   * @param message what is wrong, where, and what to do
   */
  public OutputFault(String message) {
    super(message, null);
  }

  /**
   * A fault that an exception told of.
   *
   * @param message what is wrong, where, and what to do
   * @param cause the exception, for our own logs
   */
  public OutputFault(String message, Throwable cause) {
    super(message, cause);
  }
}
