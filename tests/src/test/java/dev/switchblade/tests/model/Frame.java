package dev.switchblade.tests.model;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Future;

/** A thread's stay in a store, and what it does when it is called back. */
final class Frame {

  private final StoreModel store;
  private final Iterator<Step> inside;
  private final Dice dice;
  private final List<Future<?>> elsewhere = new ArrayList<>();

  Frame(StoreModel store, Step step) {
    this.store = store;
    this.inside = step.inside().iterator();
    this.dice = new Dice(~step.entropy());
  }

  StoreModel store() {
    return store;
  }

  Dice dice() {
    return dice;
  }

  /** The next steps: some for this callback, the others for those that follow. */
  List<Step> next() {
    List<Step> steps = new ArrayList<>();
    while (steps.size() < 2 && inside.hasNext()) {
      steps.add(inside.next());
    }
    return steps;
  }

  /** Another thread does something until the stay is over. */
  void awaits(Future<?> task) {
    elsewhere.add(task);
  }

  void join() {
    for (Future<?> task : elsewhere) {
      Threads.join(task);
    }
  }
}
