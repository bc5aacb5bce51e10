package dev.switchblade.tests.model;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An object of the host's resource, with what the model knows of it. */
final class Cart {

  private final int number;
  private final AtomicInteger destroyed = new AtomicInteger();

  /** The store whose guests have it; null if it is the host's. */
  private volatile @Nullable StoreModel holder;

  private final World world;

  Cart(int number, World world) {
    this.number = number;
    this.world = world;
  }

  int number() {
    return number;
  }

  @Nullable StoreModel holder() {
    return holder;
  }

  void moveTo(@Nullable StoreModel store) {
    holder = store;
  }

  /** Its destructor runs. */
  void destroy() {
    if (destroyed.incrementAndGet() > 1) {
      throw world.fail(new Violation("cart " + number + " is destroyed a second time", null));
    }
    StoreModel held = holder;
    if (held == null && world.isForeseeable()) {
      throw world.fail(
          new Violation("cart " + number + " is destroyed, and it is the host's", null));
    }
    holder = null;
  }

  /** What must be true when all stores are closed. */
  void check() {
    StoreModel held = holder;
    if (held != null && !held.isForgotten() && world.isForeseeable()) {
      throw new Violation("cart " + number + " was a guest's, and is not destroyed", null);
    }
  }

  @Override
  public String toString() {
    return "cart " + number;
  }
}
