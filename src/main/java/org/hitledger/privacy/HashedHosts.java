package org.hitledger.privacy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hitledger.bytes.ByteSlice;

/**
 * Writes a keyed hash in a host's place (HMAC-SHA-256, RFC 2104, cut to 128 bits): equal hosts stay
 * equal, and only who has the key can try out all addresses to find which one it was.
 */
public final class HashedHosts implements HostAnonymizer {
  private static final long serialVersionUID = 1L;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int BYTES_KEPT = 16;

  private final byte[] key;

  /**
   * A cover with a key.
   *
   * @param key a secret, one byte or more
   */
  public HashedHosts(byte[] key) {
    this.key = key.clone();
  }

  /**
   * A cover with a key that nobody will know: hosts can be told apart in one table, and not be
   * found again in another.
   *
   * @return a new one
   */
  public static HashedHosts withRandomKey() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return new HashedHosts(key);
  }

  @Override
  public Function<ByteSlice, byte[]> begin() {
    Mac mac = mac();
    return host ->
        HexFormat.of().formatHex(mac.doFinal(host.toArray()), 0, BYTES_KEPT).getBytes(US_ASCII);
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
