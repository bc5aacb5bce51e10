package dev.switchblade.internal.handle;

import dev.switchblade.internal.owner.StoreOwner;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** The handles of one store, in either direction. */
public final class StoreHandles {

  private final StoreOwner owner;
  private final Dropper dropper;
  private final HostObjects hostObjects = new HostObjects();
  private final DropQueue toDrop;

  /** What users hold of the store, which is not kept from being found unreachable. */
  private @Nullable WeakReference<Object> store;

  /** Drops what waits for it. */
  public interface Dropper {

    /** Drops now, if nobody is in the store; else it is done when the store is left. */
    void dropNow();
  }

  public StoreHandles(StoreOwner owner, Dropper dropper) {
    this.owner = owner;
    this.dropper = dropper;
    this.toDrop = new DropQueue(owner);
  }

  /** Tells what users hold of the store. */
  public void belongTo(Object store) {
    this.store = new WeakReference<>(store);
  }

  /**
   * What users hold of the store, for what must keep it reachable. Asked by the thread that is in
   * it, which keeps it reachable meanwhile.
   */
  Object store() {
    Object found = store == null ? null : store.get();
    if (found == null) {
      throw new IllegalStateException("the store is gone");
    }
    return found;
  }

  /**
   * Requires the calling thread to be in the store.
   *
   * @throws IllegalStateException if it isn't
   */
  public void requireHere() {
    owner.requireHere();
  }

  /** What the host has lent and given to guests: for the thread that is in the store. */
  public HostObjects hostObjects() {
    owner.requireHere();
    return hostObjects;
  }

  /** What the host has lent and given to guests: for whoever ends the store. */
  public HostObjects remainingObjects() {
    return hostObjects;
  }

  /** What waits to be dropped. */
  public DropQueue toDrop() {
    return toDrop;
  }

  /**
   * Drops a handle of a resource: now if nobody is in the store, or when the call there is over. A
   * thread that has looked for work already, and is about to leave, takes no note of it: then it is
   * dropped when the store is entered next. To look again after leaving would cost each call a
   * barrier.
   */
  void drop(int handle) {
    toDrop.add(handle);
    dropper.dropNow();
  }

  /** Drops a handle when the store is entered or left next. */
  public void dropLater(int handle) {
    toDrop.add(handle);
  }
}
