package dev.switchblade;

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

  /** Closes the store, if it was made for this instance; a store that was given stays open. */
  @Override
  public final void close() {
    if (ownStore != null) {
      ownStore.close();
    }
  }
}
