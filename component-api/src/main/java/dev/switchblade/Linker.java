package dev.switchblade;

import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.internal.describe.CompiledComponent;
import dev.switchblade.internal.ffi.NativeError;
import dev.switchblade.internal.ffi.NativeHandle;
import dev.switchblade.internal.ffi.NativeMemory;
import dev.switchblade.internal.link.Definitions;
import dev.switchblade.internal.link.ImportResolution;
import dev.switchblade.internal.link.ResolvedImports;
import dev.switchblade.internal.upcall.Upcalls;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a host provides: functions, resources and core modules, by the names under which components
 * import them.
 *
 * <p>A function takes whatever type a component imports it with, unless it was defined with a type
 * of its own: linking then looks for differences. An interface of a compatible version satisfies an
 * import, as in Wasmtime: {@code acme:shop/clock@1.2.0} one of {@code acme:shop/clock@1.0.0}, and
 * the other way round.
 *
 * <p>Not thread-safe while it is being filled; freely shared afterwards. Definitions made after a
 * component was linked have no effect on it.
 *
 * @see <a
 *     href="https://docs.rs/wasmtime/48.0.8/wasmtime/component/struct.Linker.html">wasmtime::component::Linker</a>
 */
public final class Linker {

  private final Engine engine;
  private final Map<String, LinkerInstance> instances = new HashMap<>();

  /** What is defined, in the order in which it was begun. */
  private final Map<String, Definitions> definitions = new LinkedHashMap<>();

  /** Makes an empty linker for components of an engine. */
  public Linker(Engine engine) {
    this.engine = Objects.requireNonNull(engine, "engine");
  }

  /** Where functions are defined that a component imports directly, not within an interface. */
  public LinkerInstance root() {
    return instance("");
  }

  /**
   * Where the functions of an interface are defined.
   *
   * @param name the interface's name with its version, such as {@code acme:shop/clock@1.0.0}
   */
  public LinkerInstance instance(String name) {
    LinkerInstance instance = instances.get(Objects.requireNonNull(name, "name"));
    if (instance == null) {
      instance = new LinkerInstance(name);
      instances.put(name, instance);
      definitions.put(name, instance.definitions());
    }
    return instance;
  }

  /**
   * Resolves the imports of a component, once for all its instances.
   *
   * @throws LinkException if something is imported that nothing here provides, or with another type
   *     than it was defined with; the message lists all of it
   * @throws ClosedException if the component is closed
   */
  public InstancePre instantiatePre(Component component) {
    Objects.requireNonNull(component, "component");
    if (component.engine() != engine) {
      throw new IllegalArgumentException(
          component + " was compiled by another engine than the linker was made with");
    }
    CompiledComponent compiled = component.compiled();
    Upcalls upcalls = engine.upcalls();
    ResolvedImports resolved =
        // Not a reference to the method: making one loads the class, which few programs need.
        ImportResolution.resolve(
            compiled, engine, upcalls, definitions, name -> WasiServices.definitions(name));
    MemorySegment pointer = compiled.handle().acquire();
    List<NativeHandle> acquired = new ArrayList<>();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
      MemorySegment block = NativeMemory.block(arena, resolved.block(acquired));
      NativeError.check(
          SwitchbladeH.sb_instance_pre_new(pointer, block, out), "linking " + component);
      return new InstancePre(
          component, resolved.resources(), out.get(ValueLayout.ADDRESS, 0), upcalls);
    } finally {
      acquired.forEach(NativeHandle::release);
      compiled.handle().release();
      // What was not linked is released from within the native call.
      Reference.reachabilityFence(upcalls);
    }
  }

  /**
   * Instantiates a component in a store.
   *
   * @throws LinkException as {@link #instantiatePre}
   * @throws GuestException if the component's start-up code fails
   */
  public Instance instantiate(Store store, Component component) {
    Objects.requireNonNull(store, "store");
    // The instance keeps what it needs of it alive.
    try (InstancePre pre = instantiatePre(component)) {
      return pre.instantiate(store);
    }
  }
}
