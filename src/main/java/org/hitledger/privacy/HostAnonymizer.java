package org.hitledger.privacy;

import java.io.Serializable;
import java.util.function.Function;
import org.hitledger.bytes.ByteSlice;

/** What becomes of the hosts that asked for pages. Immutable, so that all tasks may share one. */
@FunctionalInterface
public interface HostAnonymizer extends Serializable {

  /**
   * Begins to cover hosts.
   *
   * @return from a host as logged to what is written in its place, in UTF-8; for one thread
   */
  Function<ByteSlice, byte[]> begin();
}
