package dev.switchblade.internal.handle;

import java.util.ArrayList;
import java.util.List;

/** Handles of one store that are to be dropped when nobody is in it. Thread-safe. */
public final class DropQueue {

  /** Guarded by itself. */
  private final List<Integer> waiting = new ArrayList<>();

  private volatile boolean any;

  void add(int handle) {
    synchronized (waiting) {
      waiting.add(handle);
      any = true;
    }
  }

  public boolean isEmpty() {
    return !any;
  }

  /** Takes all of them out. */
  public List<Integer> takeAll() {
    synchronized (waiting) {
      List<Integer> taken = List.copyOf(waiting);
      waiting.clear();
      any = false;
      return taken;
    }
  }
}
