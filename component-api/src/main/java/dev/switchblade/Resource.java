package dev.switchblade;

import dev.switchblade.internal.handle.GuestHandle;
import dev.switchblade.internal.handle.StoreHandles;
import org.jspecify.annotations.Nullable;

/**
 * A handle of a resource that a component implements. It lives in its store, and is passed to that
 * component's functions.
 *
 * {@snippet :
 * Func create = instance.func("acme:shop/carts@1.0.0", "[constructor]cart");
 * Func total = instance.func("acme:shop/carts@1.0.0", "[method]cart.total");
 * try (Resource cart = (Resource) create.call("ada")) {
 *   long cents = (long) total.call(cart);
 * }
 * }
 *
 * <p>Passing it as {@code own} gives it away; passing it as {@code borrow} lends it for the call.
 * What was given away or closed throws {@link IllegalStateException} when it is used. Closing runs
 * the component's destructor, if it has one; where the store is in use, as it is inside of a host
 * function, the destructor runs when that call is over. If another thread closes the handle at the
 * very moment at which the call ends, it may run when the store is entered next. A handle that is
 * forgotten is dropped some time after it has become unreachable, when the store is entered next.
 * Closing the store drops all handles without running destructors.
 *
 * <p>Used as {@link Store} says.
 */
public final class Resource extends GuestHandle implements AutoCloseable {

  /**
   * Made by the readers of images.
   *
   * @hidden
   * @param instance the instance it came from, if that is known
   * @param resource which resource it is, by the number that the instance's component has for it
   * @param number with {@code SB_HANDLE_GUEST} set
   */
  @SuppressWarnings("InvalidBlockTag") // @hidden is one
  public Resource(
      @Nullable Object instance, int resource, StoreHandles store, int number, boolean owned) {
    super(instance, resource, store, number, owned);
  }

  /**
   * Drops the handle and runs the component's destructor; see above for when. Does nothing if it
   * was closed or given away, or was borrowed, or its store is closed or lost.
   *
   * @throws GuestException if the destructor fails; the store is lost then
   * @throws IllegalStateException if it is among the arguments of a call that is being prepared
   */
  @Override
  public void close() {
    drop();
  }

  /** Says whether it can still be used: it was neither closed nor given away. */
  public boolean isOpen() {
    return isHeld();
  }

  @Override
  public String toString() {
    String now = isOpen() ? (isOwned() ? "owned" : "borrowed") : "gone";
    return "resource " + number() + " (" + now + ")";
  }
}
