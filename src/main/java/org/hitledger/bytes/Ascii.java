package org.hitledger.bytes;

/** The ASCII classes that the grammar of a log line is written in. */
public final class Ascii {
  private Ascii() {}

  /**
   * Space, TAB, LF, VT, FF and CR: what separates fields and words.
   *
   * @param b any byte
   * @return whether it is one of them
   */
  public static boolean isSpace(byte b) {
    return b == ' ' || (b >= '\t' && b <= '\r');
  }

  /**
   * Nothing but what separates fields.
   *
   * @param bytes any bytes
   * @return whether there is no other byte, or none at all
   */
  public static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (!isSpace(b)) {
        return false;
      }
    }
    return true;
  }

  /**
   * 0 to 9.
   *
   * @param b any byte
   * @return whether it is one of them
   */
  public static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /**
   * A to Z and a to z.
   *
   * @param b any byte
   * @return whether it is one of them
   */
  public static boolean isLetter(byte b) {
    int lower = b | 0x20;
    return lower >= 'a' && lower <= 'z';
  }

  /**
   * A letter in lower case.
   *
   * @param b any byte
   * @return a to z for A to Z, any other byte as it is
   */
  public static byte lower(byte b) {
    return b >= 'A' && b <= 'Z' ? (byte) (b | 0x20) : b;
  }
}
