package dev.switchblade.internal.handle;

import dev.switchblade.HostResource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The handles that a call passes: what becomes of them when it is over, and when it never begins.
 */
public final class CrossingHandles {

  /** The number of a resource that isn't known: the native library will look. */
  public static final int ANY_RESOURCE = -1;

  private final StoreHandles store;

  /** Passed as {@code own}. */
  private final List<GuestHandle> given = new ArrayList<>();

  /** Passed as {@code borrow}. */
  private final List<GuestHandle> lent = new ArrayList<>();

  /** Received as {@code borrow}, by a host function. */
  private final List<GuestHandle> borrowed = new ArrayList<>();

  private final List<Crossing> objects = new ArrayList<>();

  private record Crossing(HostResource<?> resource, int number, boolean owned) {}

  public CrossingHandles(StoreHandles store) {
    this.store = store;
  }

  /**
   * Requires a handle to be of one resource.
   *
   * @param resource the number that the component has for that
   */
  public static void checkIs(GuestHandle handle, int resource) {
    handle.checkIs(resource);
  }

  /**
   * Takes a resource to be passed as {@code own}.
   *
   * @param callee the instance that it is passed to, if that is known
   */
  public int give(GuestHandle resource, @Nullable Object callee) {
    int handle = resource.give(store, callee);
    given.add(resource);
    return handle;
  }

  /** Takes a resource to be passed as {@code borrow}; see {@link #give}. */
  public int lend(GuestHandle resource, @Nullable Object callee) {
    int handle = resource.lend(store, callee);
    lent.add(resource);
    return handle;
  }

  public void borrow(GuestHandle resource) {
    borrowed.add(resource);
  }

  public int add(HostResource<?> resource, Object object, boolean owned) {
    int number = store.hostObjects().add(resource, object);
    objects.add(new Crossing(resource, number, owned));
    return number;
  }

  /** The values have crossed: what was given is gone, what was lent is back. */
  public void over() {
    given.forEach(GuestHandle::given);
    end(false);
  }

  /** Nothing has crossed. */
  public void undo() {
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
