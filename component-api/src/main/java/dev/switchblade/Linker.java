package dev.switchblade;

import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.wit.WitItem;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a host provides: functions, by the names under which components import them.
 *
 * <p>Definitions are untyped until a component is linked: then each is held against the type that
 * the component imports. An interface of a compatible version satisfies an import, as in Wasmtime:
 * {@code acme:shop/clock@1.2.0} one of {@code acme:shop/clock@1.0.0}, and the other way round.
 *
 * <p>Not thread-safe while it is being filled; freely shared afterwards. Definitions made after a
 * component was linked have no effect on it.
 *
 * @see <a
 *     href="https://docs.rs/wasmtime/48.0.8/wasmtime/component/struct.Linker.html">wasmtime::component::Linker</a>
 */
public final class Linker {

  private final Engine engine;
  private final Map<String, LinkerInstance> instances = new LinkedHashMap<>();

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
    }
    return instance;
  }

  /**
   * Resolves the imports of a component, once for all its instances.
   *
   * @throws LinkException if something is imported that nothing here provides; the message lists
   *     all of it
   * @throws IllegalStateException if the component is closed
   */
  public InstancePre instantiatePre(Component component) {
    Objects.requireNonNull(component, "component");
    if (component.engine() != engine) {
      throw new IllegalArgumentException(
          component + " was compiled by another engine than the linker was made with");
    }
    List<FunctionCodec> imports = component.importedFunctions();
    List<HostBinding> bindings = new ArrayList<>(imports.size());
    List<FunctionCodec> missing = new ArrayList<>();
    for (FunctionCodec function : imports) {
      Object implementation = find(function);
      if (implementation == null) {
        missing.add(function);
      } else {
        bindings.add(new HostBinding(implementation, function));
      }
    }
    if (!missing.isEmpty()) {
      throw missing(component, missing);
    }
    for (FunctionCodec function : imports) {
      requireSupported("imports", component, function);
    }
    MemorySegment pointer = component.handle().acquire();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
      MemorySegment definitions = Native.block(arena, definitions(bindings));
      NativeError.check(
          SwitchbladeH.sb_instance_pre_new(pointer, definitions, out), "linking " + component);
      return new InstancePre(component, out.get(ValueLayout.ADDRESS, 0));
    } finally {
      component.handle().release();
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

  /** Refuses a function that has a type which can't cross yet. */
  static void requireSupported(String verb, Component component, FunctionCodec function) {
    String unsupported = function.unsupported();
    if (unsupported != null) {
      throw new LinkException(
          component
              + " "
              + verb
              + " "
              + function.qualifiedName()
              + ": "
              + function.type()
              + ", and values of the type "
              + unsupported
              + " are not supported yet");
    }
  }

  private @Nullable Object find(FunctionCodec function) {
    LinkerInstance exact = instances.get(function.instance());
    if (exact != null) {
      Object found = exact.find(function.name());
      if (found != null) {
        return found;
      }
    }
    InterfaceName wanted = InterfaceName.of(function.instance());
    if (wanted == null) {
      return null;
    }
    // The highest compatible version that has the function.
    InterfaceName best = null;
    Object found = null;
    for (LinkerInstance instance : instances.values()) {
      InterfaceName name = InterfaceName.of(instance.name());
      Object candidate = instance.find(function.name());
      if (name != null && candidate != null && name.isCompatibleWith(wanted)) {
        if (best == null || name.compareTo(best) > 0) {
          best = name;
          found = candidate;
        }
      }
    }
    return found;
  }

  private static byte[] definitions(List<HostBinding> bindings) {
    var block = new ByteArrayOutputStream();
    number(block, bindings.isEmpty() ? 0 : Upcalls.pointer().address(), 8);
    number(block, bindings.size(), 4);
    for (HostBinding binding : bindings) {
      string(block, binding.function().instance());
      string(block, binding.function().name());
      // Given back by SB_UPCALL_RELEASE, also if linking fails.
      number(block, Upcalls.FUNCTIONS.add(binding), 8);
    }
    return block.toByteArray();
  }

  private static void number(ByteArrayOutputStream block, long value, int size) {
    for (int i = 0; i < size; i++) {
      block.write((int) (value >>> (8 * i)));
    }
  }

  private static void string(ByteArrayOutputStream block, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    number(block, bytes.length, 4);
    block.write(bytes, 0, bytes.length);
  }

  private LinkException missing(Component component, List<FunctionCodec> missing) {
    var text = new StringBuilder();
    String previous = null;
    for (FunctionCodec function : missing) {
      String instance = function.instance();
      if (!instance.equals(previous)) {
        if (previous != null) {
          text.append('\n');
        }
        previous = instance;
        text.append(component).append(" imports ");
        text.append(instance.isEmpty() ? "functions" : instance);
        text.append(", which nothing provides");
        appendIncompatible(text, instance);
        text.append('.');
      }
      text.append("\n  ").append(new WitItem.Function(function.name(), function.type()));
    }
    FunctionCodec first = missing.getFirst();
    String place =
        first.instance().isEmpty()
            ? "linker.root()"
            : "linker.instance(\"" + first.instance() + "\")";
    text.append("\nProvide it with ").append(place).append(".func(\"").append(first.name());
    return new LinkException(text.append("\", …).").toString());
  }

  private void appendIncompatible(StringBuilder text, String instance) {
    if (!instance.isEmpty() && instances.containsKey(instance)) {
      text.append(" in full");
      return;
    }
    InterfaceName wanted = InterfaceName.of(instance);
    for (LinkerInstance other : instances.values()) {
      InterfaceName name = InterfaceName.of(other.name());
      if (wanted != null && name != null && name.isOtherVersionOf(wanted)) {
        text.append(name.isCompatibleWith(wanted) ? " in full" : "");
        text.append(" (the linker has ").append(other.name()).append(')');
      }
    }
  }
}
