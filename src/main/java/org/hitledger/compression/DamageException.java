package org.hitledger.compression;

import java.io.IOException;
import java.io.Serial;

/**
 * The bytes of a file were read, but are not what a packer has written. Trouble with reading is no
 * such damage.
 */
public final class DamageException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  private final Defect defect;
  private final long offset;
  private final int unpackedBefore;

  DamageException(Defect defect, long offset) {
    this(defect, offset, 0);
  }

  DamageException(Defect defect, long offset, int unpackedBefore) {
    super(new FoundDefect(defect, offset).toString());
    this.defect = defect;
    this.offset = offset;
    this.unpackedBefore = unpackedBefore;
  }

  /** How many bytes the call that met the damage has unpacked before it. */
  int unpackedBefore() {
    return unpackedBefore;
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
