package org.hitledger.compression;

import org.hitledger.identity.Damage;

/**
 * A defect, and on which file.
 *
 * @param file its path with scheme
 * @param defect what was found there
 */
public record DefectiveFile(String file, FoundDefect defect) {

  /**
   * Whether something of the file may be lost.
   *
   * @return false for a defect that does no harm
   */
  public boolean isDamaged() {
    return defect.defect().isDamage();
  }

  /**
   * The defect in words that are kept.
   *
   * @return for a file of which something may be lost
   */
  public Damage damage() {
    return new Damage(file, defect.offset(), defect.defect().toString());
  }
}
