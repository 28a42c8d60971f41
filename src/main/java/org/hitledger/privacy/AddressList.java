package org.hitledger.privacy;

import java.io.ByteArrayOutputStream;
import java.util.function.Function;
import org.hitledger.bytes.Ascii;
import org.hitledger.bytes.ByteSlice;

/** Lists of addresses, as proxies write them: a comma, and mostly a space, between two. */
public final class AddressList {
  private AddressList() {}

  /**
   * Covers each address of a list.
   *
   * @param list as logged
   * @param hosts from an address to what is written in its place
   * @return the same list of what is written, in UTF-8
   */
  public static byte[] covered(ByteSlice list, Function<ByteSlice, byte[]> hosts) {
    var covered = new ByteArrayOutputStream(list.length());
    int at = list.from();
    while (at < list.to()) {
      int end = at;
      while (end < list.to() && isSeparator(list.array()[end]) == isSeparator(list.array()[at])) {
        end++;
      }
      var part = new ByteSlice(list.array(), at, end);
      covered.writeBytes(isSeparator(list.array()[at]) ? part.toArray() : hosts.apply(part));
      at = end;
    }
    return covered.toByteArray();
  }

  private static boolean isSeparator(byte b) {
    return b == ',' || Ascii.isSpace(b);
  }
}
