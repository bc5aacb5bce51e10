package dev.switchblade;

import java.util.ArrayList;
import java.util.List;

/** Handles of one store that are to be dropped when nobody is in it. Thread-safe. */
final class DropQueue {

  /** Guarded by itself. */
  private final List<Integer> waiting = new ArrayList<>();

  private volatile boolean any;

  void add(int handle) {
    synchronized (waiting) {
      waiting.add(handle);
      any = true;
    }
  }

  boolean isEmpty() {
    return !any;
  }

  /** Takes all of them out. */
  List<Integer> takeAll() {
    synchronized (waiting) {
      List<Integer> taken = List.copyOf(waiting);
      waiting.clear();
      any = false;
      return taken;
    }
  }
}
