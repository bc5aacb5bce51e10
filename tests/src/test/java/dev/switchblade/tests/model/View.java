package dev.switchblade.tests.model;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reader, a writer or a {@code HostCall}: valid at times, and kept beyond them.
 *
 * @param <T> which of them
 */
final class View<T> {

  private final T object;
  private final StoreModel store;

  /** Who may use it now; null if nobody may. */
  private volatile @Nullable Actor user;

  /** It was not handed out for what goes on now, and may work all the same, as the same object. */
  private volatile boolean kept;

  View(T object, StoreModel store) {
    this.object = object;
    this.store = store;
  }

  T object() {
    return object;
  }

  StoreModel store() {
    return store;
  }

  void use(Actor actor) {
    user = actor;
    kept = false;
  }

  /** Something begins for which it may be used, if it is the object that is handed out. */
  void mayBeUsed(Actor actor) {
    user = actor;
    kept = true;
  }

  void end() {
    user = null;
  }

  /** How a method can end that ends like this when it may be called. */
  Set<End> ends(Actor actor, Set<End> valid) {
    Actor now = user;
    if (now == actor && !kept) {
      return valid;
    }
    if (now == null) {
      return EnumSet.of(End.STATE);
    }
    // Refused, or values get mixed up.
    Set<End> either = EnumSet.of(End.STATE, End.VALUE);
    either.addAll(valid);
    return either;
  }
}
