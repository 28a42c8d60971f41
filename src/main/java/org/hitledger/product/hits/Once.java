package org.hitledger.product.hits;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value that several columns may ask for, and none need: it is made when it is first asked for.
 */
final class Once<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private Optional<T> made = Optional.empty();

  Once(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    if (made.isEmpty()) {
      made = Optional.of(maker.get());
    }
    return made.get();
  }
}
