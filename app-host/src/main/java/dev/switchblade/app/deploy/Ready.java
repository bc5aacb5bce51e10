package dev.switchblade.app.deploy;

import dev.switchblade.Engine;
import dev.switchblade.GuestWorld;
import dev.switchblade.InstancePre;
import dev.switchblade.Linker;
import dev.switchblade.Prepared;
import dev.switchblade.StoreConfig;
import java.util.Objects;

/**
 * A version that needs nothing more to be instantiated: it is compiled, compared and linked. What a
 * deployment keeps of a version; how it was made is its maker's affair. Thread-safe.
 *
 * @param <I> the class of its instances
 */
public interface Ready<I> extends AutoCloseable {

  /**
   * Makes an instance in a store of its own, which is closed with it.
   *
   * @param config what the store is made with
   * @param onClose what to do once that store is closed, as {@link dev.switchblade.Store#onClose}
   *     says. The deployment counts by it what is still in use: an implementation hands it on, or
   *     runs it when all that the instance needs is free
   * @throws RuntimeException if no instance can be made; {@code onClose} may have been run then
   */
  I instantiate(StoreConfig config, Runnable onClose);

  /** Releases what was linked. Called once, when no instance is left and none will be made. */
  @Override
  void close();

  /**
   * What generated code has prepared.
   *
   * @param prepared is closed with what is returned
   * @param <W> the class of the world
   */
  static <W extends GuestWorld> Ready<W> of(Prepared<W> prepared) {
    return new PreparedReady<>(Objects.requireNonNull(prepared, "prepared"));
  }

  /**
   * What a linker has linked, for instances without generated code.
   *
   * @param linked of {@link Linker#instantiatePre}; is closed with what is returned
   * @param engine that of its component
   */
  static Ready<OpenInstance> of(InstancePre linked, Engine engine) {
    return new PlainReady(
        Objects.requireNonNull(linked, "linked"), Objects.requireNonNull(engine, "engine"), null);
  }
}
