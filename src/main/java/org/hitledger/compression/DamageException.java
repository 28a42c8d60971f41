package org.hitledger.compression;

import java.io.IOException;
import java.io.Serial;

/** The bytes of a file were read, but are no whole gzip. Trouble with reading is no such damage. */
public final class DamageException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  private final Defect defect;
  private final long offset;

  DamageException(Defect defect, long offset) {
    super(new FoundDefect(defect, offset).toString());
    this.defect = defect;
    this.offset = offset;
  }

  /**
   * What is damaged, and where.
   *
   * @return a defect that is damage
   */
  public FoundDefect defect() {
    return new FoundDefect(defect, offset);
  }
}
