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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a host provides: functions and resources, by the names under which components import them.
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
   * @throws LinkException if something is imported that nothing here provides, or with another type
   *     than it was defined with; the message lists all of it
   * @throws IllegalStateException if the component is closed
   */
  public InstancePre instantiatePre(Component component) {
    Objects.requireNonNull(component, "component");
    if (component.engine() != engine) {
      throw new IllegalArgumentException(
          component + " was compiled by another engine than the linker was made with");
    }
    var missing = new ArrayList<Missing>();
    LinkedResources resources = resources(component, missing);
    var differences = new ArrayList<String>();
    List<HostBinding> bindings = bindings(component, resources, missing, differences);
    if (!missing.isEmpty() || !differences.isEmpty()) {
      throw mismatch(component, missing, differences);
    }
    MemorySegment pointer = component.handle().acquire();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
      MemorySegment definitions = Native.block(arena, definitions(component, bindings, resources));
      NativeError.check(
          SwitchbladeH.sb_instance_pre_new(pointer, definitions, out), "linking " + component);
      return new InstancePre(component, resources, out.get(ValueLayout.ADDRESS, 0));
    } finally {
      component.handle().release();
    }
  }

  /** The host's resources, by the numbers that the component has for them. */
  private LinkedResources resources(Component component, List<Missing> missing) {
    var found = new LinkedResources(component.resourceCount());
    for (Interface.ImportedResource resource : component.importedResources()) {
      HostResource<?> one =
          find(resource.instance(), instance -> instance.resource(resource.name()));
      HostResource<?> other = found.get(resource.number());
      if (one != null && other != null && one != other) {
        throw new LinkException(
            component
                + " imports one resource under several names, "
                + resource.instance()
                + "#"
                + resource.name()
                + " among them, and the linker has another one there: define the same"
                + " HostResource");
      }
      if (one != null) {
        found.set(resource.number(), one);
      }
    }
    // An interface may use what another one defines: by its number, whatever its name there.
    for (Interface.ImportedResource resource : component.importedResources()) {
      if (found.get(resource.number()) == null) {
        missing.add(new Missing(resource.instance(), new WitItem.Resource(resource.name())));
      }
    }
    return found;
  }

  private List<HostBinding> bindings(
      Component component,
      LinkedResources resources,
      List<Missing> missing,
      List<String> differences) {
    List<HostBinding> bindings = new ArrayList<>();
    for (FunctionCodec function : component.importedFunctions()) {
      LinkerInstance.Definition definition =
          find(function.instance(), instance -> instance.function(function.name()));
      if (definition == null) {
        missing.add(
            new Missing(
                function.instance(), new WitItem.Function(function.name(), function.type())));
        continue;
      }
      requireSupported("imports", component, function);
      if (definition.type() != null) {
        for (String difference : TypeDifferences.between(definition.type(), function.type())) {
          differences.add("\n  " + function.qualifiedName() + ": " + difference);
        }
      }
      bindings.add(new HostBinding(definition.implementation(), function, resources));
    }
    return bindings;
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

  /** What the linker has for an import: under its very name, or in a compatible version. */
  private <T> @Nullable T find(String importedFrom, Function<LinkerInstance, @Nullable T> lookUp) {
    LinkerInstance exact = instances.get(importedFrom);
    if (exact != null) {
      T found = lookUp.apply(exact);
      if (found != null) {
        return found;
      }
    }
    InterfaceName wanted = InterfaceName.of(importedFrom);
    if (wanted == null) {
      return null;
    }
    // The highest compatible version that has it.
    InterfaceName best = null;
    T found = null;
    for (LinkerInstance instance : instances.values()) {
      InterfaceName name = InterfaceName.of(instance.name());
      if (name != null && name.isCompatibleWith(wanted)) {
        T candidate = lookUp.apply(instance);
        if (candidate != null && (best == null || name.compareTo(best) > 0)) {
          best = name;
          found = candidate;
        }
      }
    }
    return found;
  }

  /** The block that {@code sb_instance_pre_new} documents. */
  private static byte[] definitions(
      Component component, List<HostBinding> bindings, LinkedResources resources) {
    var block = new ByteArrayOutputStream();
    List<Interface.ImportedResource> imported = component.importedResources();
    boolean upcalls = !bindings.isEmpty() || !imported.isEmpty();
    number(block, upcalls ? Upcalls.pointer().address() : 0, 8);
    number(block, bindings.size(), 4);
    for (HostBinding binding : bindings) {
      string(block, binding.function().instance());
      string(block, binding.function().name());
      // Given back by SB_UPCALL_RELEASE, also if linking fails.
      number(block, Upcalls.FUNCTIONS.add(binding), 8);
    }
    number(block, imported.size(), 4);
    for (Interface.ImportedResource resource : imported) {
      HostResource<?> implementation = Objects.requireNonNull(resources.get(resource.number()));
      string(block, resource.instance());
      string(block, resource.name());
      number(block, implementation.number(), 4);
      number(block, Upcalls.RESOURCES.add(implementation), 8);
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

  /**
   * What nothing provides.
   *
   * @param instance where it is imported from
   */
  private record Missing(String instance, WitItem item) {}

  /** Everything that keeps a component from being linked, at once. */
  private LinkException mismatch(
      Component component, List<Missing> missing, List<String> differences) {
    List<String> parts = new ArrayList<>();
    if (!missing.isEmpty()) {
      parts.add(describe(component, missing));
    }
    if (!differences.isEmpty()) {
      parts.add(
          component
              + " imports functions with other types than the linker's were written for ("
              + TypeDifferences.count(differences.size())
              + "):"
              + String.join("", differences));
    }
    return new LinkException(String.join("\n", parts));
  }

  private String describe(Component component, List<Missing> missing) {
    var byInstance = new LinkedHashMap<String, List<WitItem>>();
    for (Missing one : missing) {
      byInstance.computeIfAbsent(one.instance(), instance -> new ArrayList<>()).add(one.item());
    }
    var text = new StringBuilder();
    byInstance.forEach(
        (instance, items) -> {
          text.append(text.isEmpty() ? "" : "\n").append(component).append(" imports ");
          text.append(instance.isEmpty() ? "functions" : instance);
          text.append(", which nothing provides");
          appendIncompatible(text, instance);
          text.append('.');
          items.forEach(item -> text.append("\n  ").append(item));
        });
    Missing first = missing.getFirst();
    String place =
        first.instance().isEmpty()
            ? "linker.root()"
            : "linker.instance(\"" + first.instance() + "\")";
    String method = first.item() instanceof WitItem.Resource ? ".resource(\"" : ".func(\"";
    text.append("\nProvide it with ").append(place).append(method).append(first.item().name());
    return text.append("\", …).").toString();
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
