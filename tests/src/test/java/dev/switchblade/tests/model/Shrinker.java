package dev.switchblade.tests.model;

import java.util.BitSet;
import java.util.function.Predicate;

/** Leaves out steps of a sequence that fails, as long as it fails. */
final class Shrinker {

  private final Predicate<Sequence> fails;

  Shrinker(Predicate<Sequence> fails) {
    this.fails = fails;
  }

  Sequence shrink(Sequence sequence) {
    Sequence smallest = sequence;
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (int chunk = Math.max(1, smallest.kept().cardinality() / 2); chunk > 0; chunk /= 2) {
        Sequence found = without(smallest, chunk);
        smaller |= !found.equals(smallest);
        smallest = found;
      }
    }
    return smallest;
  }

  /** Tries to leave out each chunk of so many steps. */
  private Sequence without(Sequence sequence, int chunk) {
    Sequence smallest = sequence;
    int from = sequence.kept().nextSetBit(0);
    while (from >= 0) {
      BitSet rest = (BitSet) smallest.kept().clone();
      int at = from;
      for (int i = 0; i < chunk && at >= 0; i++) {
        rest.clear(at);
        at = rest.nextSetBit(at);
      }
      Sequence candidate = smallest.keep(rest);
      if (fails.test(candidate)) {
        smallest = candidate;
      }
      from = at;
    }
    return smallest;
  }
}
