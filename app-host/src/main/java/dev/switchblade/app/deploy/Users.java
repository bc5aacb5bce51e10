package dev.switchblade.app.deploy;

import java.util.concurrent.atomic.AtomicInteger;

/** How many need something, which is released when nobody does: for ever. Thread-safe. */
final class Users {

  /** 0 for ever once there was nobody. */
  private final AtomicInteger count = new AtomicInteger(1);

  int count() {
    return count.get();
  }

  /** One more; false if it is released. */
  boolean enter() {
    for (int before = count.get(); before > 0; before = count.get()) {
      if (count.compareAndSet(before, before + 1)) {
        return true;
      }
    }
    return false;
  }

  /** One less; whoever gets true releases it. */
  boolean leave() {
    return count.decrementAndGet() == 0;
  }
}
