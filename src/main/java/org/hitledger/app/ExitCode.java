package org.hitledger.app;

import org.hitledger.fault.Fault;
import org.hitledger.fault.InputFault;
import org.hitledger.fault.OutputFault;
import org.hitledger.fault.UsageFault;

/** What the process's exit code tells a script. */
public enum ExitCode {
  /** The results are complete. */
  COMPLETE(0),
  /** A bug of ours, or surroundings that broke down. */
  INTERNAL(1),
  /** The command, its rules or its settings are wrong. */
  USAGE(2),
  /** An input is at fault; nothing was published. */
  INPUT(3),
  /** Published, with losses that are accounted for. */
  LOSSES(4),
  /** The results could not be written; older ones are whole. */
  OUTPUT(5);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /**
   * The number.
   *
   * @return 0 to 255
   */
  public int code() {
    return code;
  }

  /**
   * Whether a run that ended so has published all that it could.
   *
   * @param code of a run
   * @return true for {@link #COMPLETE} and {@link #LOSSES}
   */
  public static boolean isOfSuccess(int code) {
    return code == COMPLETE.code || code == LOSSES.code;
  }

  /**
   * The code for a run that could not go on.
   *
   * @param fault why
   * @return its code
   */
  public static ExitCode of(Fault fault) {
    if (fault instanceof UsageFault) {
      return USAGE;
    }
    if (fault instanceof InputFault) {
      return INPUT;
    }
    return fault instanceof OutputFault ? OUTPUT : INTERNAL;
  }
}
