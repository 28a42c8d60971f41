package org.hitledger.compression;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Marks defects that travel among the lines of a file, at the end of a line. Strangers write lines;
 * but they would have to guess a secret that is drawn for each run.
 *
 * @param secret ASCII without control characters
 */
public record DefectMarker(String secret) implements Serializable {
  private static final int SECRET_BYTES = 16;
  private static final byte START = 0;

  /**
   * A marker that nobody can know.
   *
   * @return a new one
   */
  public static DefectMarker random() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return new DefectMarker(HexFormat.of().formatHex(secret));
  }

  /** What to put at the end of a line, without an LF. */
  byte[] on(FoundDefect defect) {
    var marked = new ByteArrayOutputStream();
    marked.write(START);
    marked.writeBytes(defect.code().getBytes(US_ASCII));
    marked.writeBytes(secret.getBytes(US_ASCII));
    return marked.toByteArray();
  }

  /**
   * Makes a reader of lines.
   *
   * @return a reader, to be used by one thread after the other or by many
   */
  public Reader reader() {
    return new Reader(secret.getBytes(US_ASCII));
  }

  /** Tells lines with a defect from others. */
  public static final class Reader {
    private final byte[] secret;

    private Reader(byte[] secret) {
      this.secret = secret;
    }

    /**
     * The defect on a line.
     *
     * @param line any bytes
     * @return what was marked at its end, or nothing
     */
    public Optional<FoundDefect> read(byte[] line) {
      int end = line.length - secret.length;
      return end > 0 && Arrays.equals(line, end, line.length, secret, 0, secret.length)
          ? Optional.of(FoundDefect.decode(textBefore(end, line)))
          : Optional.empty();
    }

    private static String textBefore(int end, byte[] line) {
      int start = end;
      while (line[start - 1] != START) {
        start--;
      }
      return new String(line, start, end - start, US_ASCII);
    }
  }
}
