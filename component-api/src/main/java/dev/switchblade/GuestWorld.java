package dev.switchblade;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An instance of a component, with a class of its own: what the classes extend that are generated
 * for worlds. Used as {@link Store} says: one call at a time.
 */
public abstract class GuestWorld implements AutoCloseable {

  private final @Nullable Store ownStore;

  /**
   * Makes one.
   *
   * @param ownStore the store of the instance, if it is closed with it
   */
  protected GuestWorld(@Nullable Store ownStore) {
    this.ownStore = ownStore;
  }

  /**
   * Ends the call that another thread makes of this instance, if there is one, as {@link
   * Store#interrupt} does: that thread gets a {@link GuestInterruptedException}.
   *
   * @throws IllegalStateException if the store was given: whoever has it interrupts that
   */
  public final void interrupt() {
    ownStore("interrupt").interrupt();
  }

  /**
   * Ends the call that another thread makes of this instance, if there is one, and closes the store
   * as soon as that thread has left it; see {@link Store#closeWithin}.
   *
   * @param longest how long to wait at most
   * @return whether the store is closed
   * @throws IllegalStateException if the store was given: whoever has it closes that; or if the
   *     calling thread itself is in the store
   */
  public final boolean closeWithin(Duration longest) {
    return ownStore("close").closeWithin(longest);
  }

  private Store ownStore(String what) {
    if (ownStore == null) {
      throw new IllegalStateException(
          "the instance was made in a store that is the caller's: " + what + " the store");
    }
    return ownStore;
  }

  /** Closes the store, if it was made for this instance; a store that was given stays open. */
  @Override
  public final void close() {
    if (ownStore != null) {
      ownStore.close();
    }
  }
}
