package dev.switchblade;

import dev.switchblade.internal.codec.FunctionCodec;
import dev.switchblade.internal.describe.ComponentDescription;
import dev.switchblade.internal.ffi.NativeHandle;
import dev.switchblade.internal.link.LinkedResources;
import dev.switchblade.internal.link.Provider;
import dev.switchblade.internal.link.ResolvedImports;
import dev.switchblade.internal.upcall.Upcalls;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A component whose imports are resolved: instantiating it takes microseconds, with {@linkplain
 * Engine.Pooling a pool} the least.
 *
 * <p>Thread-safe. Instances made from it go on working after it is closed. It keeps the host
 * functions it was linked with alive until it and the stores of its instances are closed.
 *
 * @see <a
 *     href="https://docs.rs/wasmtime/48.0.8/wasmtime/component/struct.InstancePre.html">wasmtime::component::InstancePre</a>
 */
public final class InstancePre implements AutoCloseable {

  private final Component component;
  private final NativeHandle handle;

  /** What its host functions are called by; null once it is closed. */
  private volatile @Nullable Upcalls upcalls;

  /** The host's resources by the numbers that the component has for them. */
  private final LinkedResources hostResources;

  /** The imports that other instances serve, by their places. */
  private final List<FunctionCodec> pluggedImports;

  /** The only store that it can be instantiated in; null if it can be in any. */
  private final @Nullable Object store;

  /** What it is where it is plugged in; made when it is first. */
  private @Nullable Provider provider;

  InstancePre(
      Component component, ResolvedImports resolved, MemorySegment pointer, Upcalls upcalls) {
    this.component = component;
    this.hostResources = resolved.resources();
    this.pluggedImports = resolved.pluggedImports();
    this.upcalls = upcalls;
    this.store = resolved.store();
    this.handle = new NativeHandle(this, NativeHandle.Kind.INSTANCE_PRE, pointer, upcalls);
  }

  /** What it is where it is plugged in. */
  synchronized Provider provider() {
    Provider made = provider;
    if (made == null) {
      made =
          Provider.of(
              component.compiled(),
              component.engine(),
              hostResources,
              handle,
              () -> upcalls,
              store);
      provider = made;
    }
    return made;
  }

  /** The imports that other instances serve, by their places. */
  List<FunctionCodec> pluggedImports() {
    return pluggedImports;
  }

  /** The only store that it can be instantiated in; null if it can be in any. */
  @Nullable Object store() {
    return store;
  }

  /**
   * Instantiates the component, and what is {@linkplain Linker#plug(InstancePre) plugged} into it.
   *
   * @param store where the instance lives
   * @throws IllegalArgumentException if the store was made with another engine, or the component
   *     was linked with an instance in another store ({@link Linker#plug(Instance)})
   * @throws GuestException if the component's start-up code fails, or a limit is reached
   * @throws ClosedException if this or the store is closed
   * @throws StoreBusyException if a thread is in the store
   * @throws StoreLostException if the store is lost
   */
  public Instance instantiate(Store store) {
    Objects.requireNonNull(store, "store");
    return new Instance(store, component, store.instantiate(this));
  }

  /** Says whether its instances can call the host. */
  boolean makesUpcalls() {
    ComponentDescription described = component.compiled().description();
    return !described.importedFunctions().isEmpty() || !described.importedResources().isEmpty();
  }

  LinkedResources hostResources() {
    return hostResources;
  }

  Component component() {
    return component;
  }

  /** What its host functions are called by; null once it is closed. */
  @Nullable Upcalls upcalls() {
    return upcalls;
  }

  NativeHandle handle() {
    return handle;
  }

  /** Releases the pre-instantiation, as soon as nothing made from it needs it. */
  @Override
  public void close() {
    handle.close();
    upcalls = null;
  }
}
