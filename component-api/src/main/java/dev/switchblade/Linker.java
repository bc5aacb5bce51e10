package dev.switchblade;

import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.internal.describe.CompiledComponent;
import dev.switchblade.internal.describe.InterfaceName;
import dev.switchblade.internal.ffi.NativeError;
import dev.switchblade.internal.ffi.NativeHandle;
import dev.switchblade.internal.ffi.NativeMemory;
import dev.switchblade.internal.link.Definitions;
import dev.switchblade.internal.link.ImportResolution;
import dev.switchblade.internal.link.Provider;
import dev.switchblade.internal.link.ResolvedImports;
import dev.switchblade.internal.upcall.Upcalls;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a host provides: functions, resources and core modules, by the names under which components
 * import them; and the components whose exports serve the imports of others.
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

  /** What is plugged in with all that it exports. */
  private final Set<Provider> plugged = new LinkedHashSet<>();

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
    return instance == null ? begin(new Definitions(name)) : instance;
  }

  private LinkerInstance begin(Definitions begun) {
    var instance = new LinkerInstance(begun, engine);
    instances.put(begun.name(), instance);
    definitions.put(begun.name(), begun);
    return instance;
  }

  /** The engine whose components are linked here. */
  public Engine engine() {
    return engine;
  }

  /**
   * Says whether an interface satisfies an import: if they have the same name, or versions of it
   * that can stand for each other. Those have the same major version; below 1.0.0 the same minor
   * one; below 0.1.0 none but itself.
   *
   * @param imported the name that it is imported by, such as {@code acme:shop/clock@1.0.0}
   * @param offered the name that it is defined or exported by
   */
  public static boolean satisfies(String imported, String offered) {
    return InterfaceName.fits(
        Objects.requireNonNull(imported, "imported"), Objects.requireNonNull(offered, "offered"));
  }

  /**
   * A linker with what this one has now, but for some imports: for components that get those from
   * elsewhere. What is defined comes before what is plugged in, so where a component is to take the
   * place of the host, the host's definitions are left out.
   *
   * {@snippet :
   * Linker filtered = host.without(Set.of("acme:log/logger@1.0.0")).plug(filter);
   * }
   *
   * <p>Components that are {@linkplain #plug(InstancePre) plugged in} with all that they export
   * stay so, whatever they export. The library's WASI isn't left out: what a store's {@code
   * WasiConfig} doesn't grant isn't there.
   *
   * @param imports interfaces, with their versions, by the names that components import them by:
   *     what is defined or plugged in there, or under a compatible version, is left out; and the
   *     same of functions, resources and core modules that are imported directly, not within an
   *     interface. An empty collection leaves nothing out
   * @return a linker by itself: what is defined in one of them from now on the other one doesn't
   *     have
   */
  public Linker without(Collection<String> imports) {
    return copy(engine, Set.copyOf(imports));
  }

  /**
   * A linker with what this one has now, for components of another engine.
   *
   * @param other the engine whose components are linked there; this linker's own makes a copy
   * @return a linker by itself: what is defined in one of them from now on the other one doesn't
   *     have
   * @throws IllegalArgumentException if a core module is defined here, or something is plugged in,
   *     and it is another engine: those are compiled by this linker's
   */
  public Linker forEngine(Engine other) {
    Objects.requireNonNull(other, "other");
    if (other != engine) {
      Stream<String> compiled =
          Stream.concat(
              plugged.stream().map(Object::toString),
              definitions.values().stream().flatMap(defined -> defined.boundToEngine().stream()));
      compiled
          .findFirst()
          .ifPresent(
              first -> {
                throw new IllegalArgumentException(
                    first
                        + " was compiled by the engine of this linker, and can't be linked with"
                        + " components of another one: compile it by that one, and define it in a"
                        + " linker of that one");
              });
    }
    return copy(other, Set.of());
  }

  private Linker copy(Engine of, Set<String> left) {
    var other = new Linker(of);
    other.plugged.addAll(plugged);
    for (Definitions defined : definitions.values()) {
      String name = defined.name();
      if (name.isEmpty()) {
        other.begin(defined.without(left));
      } else if (left.stream().noneMatch(wanted -> satisfies(wanted, name))) {
        other.begin(defined.without(Set.of()));
      }
    }
    return other;
  }

  /**
   * Plugs a component in: whatever it exports, functions and resources, serves the imports of the
   * components that are linked here, unless it is defined otherwise. Each instance of those gets an
   * instance of its own of this one, in its store, made right before it: in any store. What several
   * of the components need that are plugged into one is made once for them all.
   *
   * <p>Calls go from one instance to the other natively, without compiling anything and without
   * Java: another version of a component that is plugged in takes a compilation of that one alone.
   * Each has its own memory; values are copied from one to the other, within the {@linkplain
   * Limits#copiedBytes() limit} of the store; resources cross as handles, and their destructors run
   * where they are implemented. A failure in either of them is one of the call, and the store is
   * lost.
   *
   * {@snippet :
   * try (InstancePre auth = new Linker(engine).instantiatePre(authComponent);
   *     InstancePre processors = new Linker(engine).plug(auth).instantiatePre(processor);
   *     Store store = new Store(engine)) {
   *   Instance instance = processors.instantiate(store);
   * }
   * }
   *
   * <p>What is linked here keeps what it needs of the plugged component, which can be closed then.
   *
   * @param provider a component whose own imports are resolved
   * @return this
   * @throws IllegalArgumentException if it was linked for another engine
   * @throws UnsupportedOperationException if the engine has {@linkplain Engine.Builder#concurrency
   *     concurrency support}: only what is composed before it is compiled can call each other there
   * @see LinkerInstance#plug(InstancePre)
   */
  public Linker plug(InstancePre provider) {
    return plug(provider.provider());
  }

  /**
   * Plugs an instance in, which is there already: as {@link #plug(InstancePre)} does, but the
   * components that are linked here can be instantiated in the store of that instance only, and all
   * their instances share it. It keeps that store from being found unreachable.
   *
   * <p>While an instance runs it can't be called again: what would come back to it by way of others
   * ends with a {@link TrapException} whose code is {@link TrapCode#CANNOT_ENTER_COMPONENT}.
   *
   * @param provider an instance, of a store that is open when something is instantiated with it
   * @return this
   * @throws IllegalArgumentException if it is one of another engine's component
   * @throws UnsupportedOperationException as {@link #plug(InstancePre)}
   * @see LinkerInstance#plug(Instance)
   */
  public Linker plug(Instance provider) {
    return plug(provider.provider());
  }

  private Linker plug(Provider provider) {
    LinkerInstance.requirePluggable(provider, engine);
    plugged.add(provider);
    return this;
  }

  /**
   * Resolves the imports of a component, once for all its instances.
   *
   * @throws LinkException if something is imported that nothing here provides, that several plugged
   *     components export, or with another type than it was defined or is exported with; the
   *     message lists all of it
   * @throws ClosedException if the component is closed, or what is plugged in
   * @throws IllegalArgumentException if it was compiled by another engine, or needs plugged
   *     instances of different stores
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
            compiled,
            engine,
            upcalls,
            definitions,
            plugged,
            name -> WasiServices.definitions(name));
    MemorySegment pointer = compiled.handle().acquire();
    List<NativeHandle> acquired = new ArrayList<>();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
      MemorySegment block = NativeMemory.block(arena, resolved.block(acquired));
      NativeError.check(
          SwitchbladeH.sb_instance_pre_new(pointer, block, out), "linking " + component);
      return new InstancePre(component, resolved, out.get(ValueLayout.ADDRESS, 0), upcalls);
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
