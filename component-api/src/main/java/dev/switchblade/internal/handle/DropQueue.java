package dev.switchblade.internal.handle;

import dev.switchblade.internal.owner.StoreOwner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Handles of one store that are to be dropped when nobody is in it: the store has one such queue,
 * and its owner knows whether anything is in there. Thread-safe.
 */
public final class DropQueue {

  /** Null where none waits, as in most stores for ever; guarded by this object. */
  private @Nullable List<Integer> waiting;

  /** Is asked by each call. */
  private final StoreOwner owner;

  DropQueue(StoreOwner owner) {
    this.owner = owner;
  }

  void add(int handle) {
    synchronized (this) {
      List<Integer> handles = waiting;
      if (handles == null) {
        handles = new ArrayList<>();
        waiting = handles;
      }
      handles.add(handle);
      owner.setWaitingWork(true);
    }
  }

  public boolean isEmpty() {
    return !owner.hasWaitingWork();
  }

  /** Takes all of them out. */
  public List<Integer> takeAll() {
    synchronized (this) {
      List<Integer> taken = waiting == null ? List.of() : waiting;
      waiting = null;
      owner.setWaitingWork(false);
      return taken;
    }
  }
}
