package dev.switchblade;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The handles that a call passes: what becomes of them when it is over, and when it never begins.
 */
final class CrossingHandles {

  private final StoreState store;

  /** Passed as {@code own}. */
  private final List<Resource> given = new ArrayList<>();

  /** Passed as {@code borrow}. */
  private final List<Resource> lent = new ArrayList<>();

  /** Received as {@code borrow}, by a host function. */
  private final List<Resource> borrowed = new ArrayList<>();

  private final List<Crossing> objects = new ArrayList<>();

  private record Crossing(HostResource<?> resource, int number, boolean owned) {}

  CrossingHandles(StoreState store) {
    this.store = store;
  }

  /**
   * Takes a resource to be passed as {@code own}.
   *
   * @param callee the instance that it is passed to, if that is known
   */
  int give(Resource resource, @Nullable Instance callee) {
    int handle = resource.give(store, callee);
    given.add(resource);
    return handle;
  }

  /** Takes a resource to be passed as {@code borrow}; see {@link #give}. */
  int lend(Resource resource, @Nullable Instance callee) {
    int handle = resource.lend(store, callee);
    lent.add(resource);
    return handle;
  }

  void borrow(Resource resource) {
    borrowed.add(resource);
  }

  int add(HostResource<?> resource, Object object, boolean owned) {
    int number = store.hostObjects().add(resource, object);
    objects.add(new Crossing(resource, number, owned));
    return number;
  }

  /** The values have crossed: what was given is gone, what was lent is back. */
  void over() {
    given.forEach(Resource::given);
    end(false);
  }

  /** Nothing has crossed. */
  void undo() {
    given.forEach(Resource::keep);
    end(true);
  }

  private void end(boolean undone) {
    lent.forEach(Resource::returned);
    borrowed.forEach(Resource::expire);
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
