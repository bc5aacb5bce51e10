package dev.switchblade;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The handles that a call passes: what becomes of them when it is over, and when it never begins.
 */
final class CrossingHandles {

  private final StoreHandles store;

  /** Passed as {@code own}. */
  private final List<GuestHandle> given = new ArrayList<>();

  /** Passed as {@code borrow}. */
  private final List<GuestHandle> lent = new ArrayList<>();

  /** Received as {@code borrow}, by a host function. */
  private final List<GuestHandle> borrowed = new ArrayList<>();

  private final List<Crossing> objects = new ArrayList<>();

  private record Crossing(HostResource<?> resource, int number, boolean owned) {}

  CrossingHandles(StoreHandles store) {
    this.store = store;
  }

  /**
   * Takes a resource to be passed as {@code own}.
   *
   * @param callee the instance that it is passed to, if that is known
   */
  int give(GuestHandle resource, @Nullable Object callee) {
    int handle = resource.give(store, callee);
    given.add(resource);
    return handle;
  }

  /** Takes a resource to be passed as {@code borrow}; see {@link #give}. */
  int lend(GuestHandle resource, @Nullable Object callee) {
    int handle = resource.lend(store, callee);
    lent.add(resource);
    return handle;
  }

  void borrow(GuestHandle resource) {
    borrowed.add(resource);
  }

  int add(HostResource<?> resource, Object object, boolean owned) {
    int number = store.hostObjects().add(resource, object);
    objects.add(new Crossing(resource, number, owned));
    return number;
  }

  /** The values have crossed: what was given is gone, what was lent is back. */
  void over() {
    given.forEach(GuestHandle::given);
    end(false);
  }

  /** Nothing has crossed. */
  void undo() {
    given.forEach(GuestHandle::keep);
    end(true);
  }

  private void end(boolean undone) {
    lent.forEach(GuestHandle::returned);
    borrowed.forEach(GuestHandle::expire);
    for (Crossing crossing : objects) {
      if (undone || !crossing.owned) {
        store.hostObjects().remove(crossing.resource, crossing.number);
      }
    }
    given.clear();
    lent.clear();
    borrowed.clear();
    objects.clear();
  }
}
