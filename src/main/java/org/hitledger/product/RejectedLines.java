package org.hitledger.product;

import java.io.Serializable;
import org.hitledger.rules.Outcome;

/** Where rejected lines go while lines are read. It travels to the tasks. */
public interface RejectedLines extends Serializable {

  /**
   * Begins the lines of one task.
   *
   * @return what takes them
   */
  OfTask begin();

  /** The rejected lines of one task, file by file, in their order. */
  interface OfTask {
    /**
     * Takes one.
     *
     * @param file as the balance names it
     * @param partStart where the part of the file begins that the task reads, in bytes
     * @param number of the line in that part, from 1
     * @param outcome why it is rejected
     * @param line its bytes, never changed
     * @throws org.hitledger.fault.OutputFault if it cannot be kept
     */
    void add(String file, long partStart, long number, Outcome outcome, byte[] line);

    /**
     * Ends the lines of the task, which has read all of its files.
     *
     * @throws org.hitledger.fault.OutputFault if they cannot be kept
     */
    void end();
  }

  /**
   * For runs that publish none.
   *
   * @return keeps nothing
   */
  static RejectedLines unwanted() {
    return new Unwanted();
  }

  /** Keeps nothing. */
  record Unwanted() implements RejectedLines, OfTask {
    private static final long serialVersionUID = 1L;

    @Override
    public OfTask begin() {
      return this;
    }

    @Override
    public void add(String file, long partStart, long number, Outcome outcome, byte[] line) {}

    @Override
    public void end() {}
  }
}
