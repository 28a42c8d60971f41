package org.hitledger.product.stored;

import java.util.Optional;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.bytes.EscapedUtf8;

/**
 * What the texts of a row may have been in the log. The table does not tell an escape that a server
 * has logged from a byte that was escaped when the row was written, nor {@code -} from a field that
 * is not logged. All else lies between these two: where both readings have the same class, the log
 * has it too.
 */
enum Reading {
  /** All was logged as it stands in the row. Rules find in it all that they find in the log. */
  OF_TEXT {
    @Override
    Optional<ByteSlice> of(Optional<ByteSlice> stored) {
      return Optional.of(stored.orElse(NONE));
    }
  },

  /** All that can be an escape was a byte. Rules find in it nothing that they miss in the log. */
  OF_BYTES {
    @Override
    Optional<ByteSlice> of(Optional<ByteSlice> stored) {
      return stored.map(EscapedUtf8::withoutEscapes);
    }
  };

  private static final ByteSlice NONE = ByteSlice.of(new byte[] {'-'});

  /** What a field was, of which the table has this, or nothing. */
  abstract Optional<ByteSlice> of(Optional<ByteSlice> stored);
}
