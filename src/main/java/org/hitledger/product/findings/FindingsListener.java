package org.hitledger.product.findings;

import java.io.Serializable;

/** Told by tasks what they find of the files that they read. It travels to them. */
public interface FindingsListener extends Serializable {

  /**
   * Something is wrong.
   *
   * @param finding what and where
   */
  void tell(PartFinding finding);

  /**
   * A part of a file was read to its end.
   *
   * @param lines all of it
   */
  void tell(LinesOfPart lines);

  /**
   * Nobody listens.
   *
   * @return a listener that forgets what it is told
   */
  static FindingsListener nobody() {
    return new Nobody();
  }

  /** Forgets. */
  record Nobody() implements FindingsListener {
    private static final long serialVersionUID = 1L;

    @Override
    public void tell(PartFinding finding) {}

    @Override
    public void tell(LinesOfPart lines) {}
  }
}
