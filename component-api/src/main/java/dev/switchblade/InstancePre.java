package dev.switchblade;

import dev.switchblade.internal.describe.ComponentDescription;
import dev.switchblade.internal.ffi.NativeHandle;
import dev.switchblade.internal.link.LinkedResources;
import dev.switchblade.internal.upcall.Upcalls;
import java.lang.foreign.MemorySegment;
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

  InstancePre(
      Component component, LinkedResources hostResources, MemorySegment pointer, Upcalls upcalls) {
    this.component = component;
    this.hostResources = hostResources;
    this.upcalls = upcalls;
    this.handle = new NativeHandle(this, NativeHandle.Kind.INSTANCE_PRE, pointer, upcalls);
  }

  /**
   * Instantiates the component.
   *
   * @param store where the instance lives
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
