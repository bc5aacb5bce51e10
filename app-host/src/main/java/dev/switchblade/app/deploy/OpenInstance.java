package dev.switchblade.app.deploy;

import dev.switchblade.Func;
import dev.switchblade.Instance;
import dev.switchblade.LinkException;
import dev.switchblade.Store;
import java.util.Objects;

/**
 * An instance in a store of its own, which is closed with it: what deployments without generated
 * code hand out. Used as {@link Store} says: one call at a time.
 */
public final class OpenInstance implements AutoCloseable {

  private final Store store;
  private final Instance instance;

  OpenInstance(Store store, Instance instance) {
    this.store = Objects.requireNonNull(store, "store");
    this.instance = Objects.requireNonNull(instance, "instance");
  }

  /** The instance itself. */
  public Instance instance() {
    return instance;
  }

  /** The store that it lives in. */
  public Store store() {
    return store;
  }

  /**
   * A function that the component exports, by its full name.
   *
   * @param name as in {@code acme:shop/carts@1.0.0#total}; see {@link Instance#func(String)}
   * @throws LinkException if there is none of that name, or it has a type that can't cross yet
   */
  public Func func(String name) {
    return instance.func(name);
  }

  /**
   * A function of an interface that the component exports.
   *
   * @param of the interface; see {@link Instance#func(String, String)}
   * @param name the function's name
   * @throws LinkException if there is none of that name, or it has a type that can't cross yet
   */
  public Func func(String of, String name) {
    return instance.func(of, name);
  }

  /** Closes the store, and so the instance. */
  @Override
  public void close() {
    store.close();
  }
}
