package org.hitledger.gzip;

import java.io.IOException;
import java.io.Serial;

/** The bytes of a file were read, but are no whole gzip. Trouble with reading is no such damage. */
public final class GzipDamage extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  private final Finding finding;
  private final long offset;

  GzipDamage(Finding finding, long offset) {
    super(new Remark(finding, offset).toString());
    this.finding = finding;
    this.offset = offset;
  }

  /**
   * What is damaged, and where.
   *
   * @return a remark that is damage
   */
  public Remark remark() {
    return new Remark(finding, offset);
  }
}
