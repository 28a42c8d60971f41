package org.hitledger.cluster;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** What goes wrong for the first few of some requests. */
final class Trouble {
  /** How it goes wrong. */
  enum Kind {
    /** The server says that it has too much to do. */
    BUSY,
    /** The connection ends within the answer. */
    CUT
  }

  private final Kind kind;
  private final Predicate<S3Request> which;
  private final AtomicInteger left;

  Trouble(Kind kind, int times, Predicate<S3Request> which) {
    this.kind = kind;
    this.which = which;
    left = new AtomicInteger(times);
  }

  /** What to do with this request; counts it. */
  Optional<Kind> at(S3Request request) {
    return which.test(request) && left.getAndDecrement() > 0 ? Optional.of(kind) : Optional.empty();
  }

  /** All of it has happened. */
  boolean isOver() {
    return left.get() <= 0;
  }
}
