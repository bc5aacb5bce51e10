package dev.switchblade;

import dev.switchblade.abi.ExportTypes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A component that is linked for a world, as the {@code prepare} of generated classes makes it:
 * instantiating it takes microseconds. Thread-safe; instances go on working after it is closed.
 *
 * {@snippet :
 * try (Prepared<Shop> shops = Shop.prepare(component, clock);
 *     Shop shop = shops.instantiate()) {
 *   print(shop.describe(item));
 * }
 * }
 *
 * @param <W> the class that was generated for the world
 */
public final class Prepared<W extends GuestWorld> implements AutoCloseable {

  private final WorldType<W> world;
  private final Component component;
  private final ExportTypes.Bound exports;
  private final InstancePre linked;
  private final Linker linker;

  Prepared(
      WorldType<W> world,
      Component component,
      ExportTypes.Bound exports,
      InstancePre linked,
      Linker linker) {
    this.world = world;
    this.component = component;
    this.exports = exports;
    this.linked = linked;
    this.linker = linker;
  }

  /** The component that is linked. It may have been closed meanwhile. */
  public Component component() {
    return component;
  }

  /**
   * Links another component as this one was: for the same world, with what the same linker has now.
   * This one stays as it is, and may have been closed.
   *
   * @param other a component such as a newer version
   * @return what the caller closes, as this one
   * @throws LinkException if the component doesn't fit the world; the message lists why
   * @throws IllegalArgumentException if it was compiled by another engine, and the linker has what
   *     can't be linked there; see {@link Linker#forEngine}
   * @throws ClosedException if the component is closed
   */
  public Prepared<W> relink(Component other) {
    return world.relink(other, linker);
  }

  /** Makes an instance in a store of its own, which grants nothing. */
  public W instantiate() {
    return instantiate(StoreConfig.defaults());
  }

  /** Makes an instance in a store of its own, which is closed with it. */
  public W instantiate(StoreConfig config) {
    return instantiate(new Store(component.engine(), config), null);
  }

  /**
   * Makes an instance in a store of its own, which is closed with it, and has something done once
   * it is: also if the instance can't be made, or is forgotten.
   *
   * @param config what the store is made with
   * @param onClose what to do; see {@link Store#onClose}. If no store can be made it is not done,
   *     and that exception is thrown
   */
  public W instantiate(StoreConfig config, Runnable onClose) {
    Objects.requireNonNull(onClose, "onClose");
    return instantiate(new Store(component.engine(), config), onClose);
  }

  private W instantiate(Store store, @Nullable Runnable onClose) {
    try {
      if (onClose != null) {
        store.onClose(onClose);
      }
      return world.make(exports.of(linked.instantiate(store)), store);
    } catch (Throwable e) {
      store.close();
      throw e;
    }
  }

  /** Makes an instance in a store that stays the caller's. */
  public W instantiate(Store store) {
    return world.make(exports.of(linked.instantiate(store)), null);
  }

  /** Releases what was linked. */
  @Override
  public void close() {
    linked.close();
  }
}
