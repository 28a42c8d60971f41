package org.hitledger.fault;

import java.io.Serial;
import java.util.ArrayList;
import java.util.List;

/** The command asks for what cannot be: wrong arguments, rules or settings. */
public final class UsageFault extends Fault {
  @Serial private static final long serialVersionUID = 1L;

  private final ArrayList<String> picture;

  /** A fault that no exception told of. */
  public UsageFault(String message) {
    this(message, List.of());
  }

  /** A fault in a text that is shown, with its place. */
  public UsageFault(String message, List<String> picture) {
    super(message, null);
    this.picture = new ArrayList<>(picture);
  }

  /** A fault that an exception told of, which is kept for our own logs. */
  public UsageFault(String message, Throwable cause) {
    super(message, cause);
    picture = new ArrayList<>();
  }

  @Override
  public List<String> picture() {
    return List.copyOf(picture);
  }
}
