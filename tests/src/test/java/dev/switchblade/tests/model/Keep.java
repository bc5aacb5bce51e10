package dev.switchblade.tests.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What was kept of one kind, live or stale, for steps to pick from. Used by several threads.
 *
 * @param <T> the kind
 */
final class Keep<T> {

  private static final int MOST = 10;

  private final List<T> kept = new ArrayList<>();

  synchronized void add(T one, Dice dice) {
    if (kept.contains(one)) {
      return;
    }
    if (kept.size() == MOST) {
      kept.set(dice.below(MOST), one);
    } else {
      kept.add(one);
    }
  }

  synchronized @Nullable T pick(Dice dice) {
    return kept.isEmpty() ? null : kept.get(dice.below(kept.size()));
  }

  synchronized @Nullable T pick(Dice dice, Predicate<T> condition) {
    List<T> found = kept.stream().filter(condition).toList();
    return found.isEmpty() ? null : found.get(dice.below(found.size()));
  }

  synchronized void remove(Predicate<T> condition) {
    kept.removeIf(condition);
  }

  synchronized void forEach(java.util.function.Consumer<T> use) {
    List.copyOf(kept).forEach(use);
  }
}
