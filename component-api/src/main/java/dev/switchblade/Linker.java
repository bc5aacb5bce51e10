package dev.switchblade;

import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.wit.WitItem;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
   * @throws ClosedException if the component is closed
   */
  public InstancePre instantiatePre(Component component) {
    Objects.requireNonNull(component, "component");
    if (component.engine() != engine) {
      throw new IllegalArgumentException(
          component + " was compiled by another engine than the linker was made with");
    }
    var missing = new ArrayList<Missing>();
    findMistakenInstances("", component.imports(), missing);
    Set<String> wasi = wasi(component);
    LinkedResources resources = resources(component, wasi, missing);
    var differences = new ArrayList<LinkException.Problem>();
    List<HostBinding> bindings = bindings(component, wasi, resources, missing, differences);
    List<LinkedModule> modules = modules(component, missing);
    if (!missing.isEmpty() || !differences.isEmpty()) {
      throw mismatch(component, missing, differences);
    }
    MemorySegment pointer = component.compiled().handle().acquire();
    List<NativeHandle> acquired = new ArrayList<>();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
      byte[] block = definitions(component, wasi, bindings, resources, modules, acquired);
      MemorySegment definitions = Native.block(arena, block);
      NativeError.check(
          SwitchbladeH.sb_instance_pre_new(pointer, definitions, out), "linking " + component);
      return new InstancePre(component, resources, out.get(ValueLayout.ADDRESS, 0));
    } finally {
      acquired.forEach(NativeHandle::release);
      component.compiled().handle().release();
    }
  }

  /**
   * The imported interfaces of WASI that the native library provides: those of which nothing is
   * defined here.
   */
  private Set<String> wasi(Component component) {
    Set<String> found = new LinkedHashSet<>(component.compiled().description().wasi());
    found.removeIf(this::definesAny);
    return found;
  }

  private boolean definesAny(String interfaceName) {
    InterfaceName wanted = InterfaceName.of(interfaceName);
    return instances.values().stream()
        .anyMatch(
            instance -> {
              InterfaceName name = InterfaceName.of(instance.name());
              boolean same =
                  instance.name().equals(interfaceName)
                      || (name != null && wanted != null && name.isCompatibleWith(wanted));
              return same && !instance.isEmpty();
            });
  }

  /** A core module under the name that a component imports it with. */
  private record LinkedModule(Interface.ImportedModule imported, CoreModule module) {}

  private List<LinkedModule> modules(Component component, List<Missing> missing) {
    List<LinkedModule> found = new ArrayList<>();
    for (Interface.ImportedModule imported : component.compiled().description().importedModules()) {
      CoreModule module = find(imported.instance(), instance -> instance.module(imported.name()));
      if (module == null) {
        missing.add(missing(imported.instance(), new WitItem.CoreModule(imported.name())));
      } else if (module.engine() != engine) {
        throw new IllegalArgumentException(
            "the core module " + imported.name() + " was compiled by another engine");
      } else {
        found.add(new LinkedModule(imported, module));
      }
    }
    return found;
  }

  /** The host's resources, by the numbers that the component has for them. */
  private LinkedResources resources(Component component, Set<String> wasi, List<Missing> missing) {
    var found = new LinkedResources(component.compiled().description().resourceCount());
    for (Interface.ImportedResource resource : component.compiled().description().importedResources()) {
      HostResource<?> one =
          find(resource.instance(), instance -> instance.resource(resource.name()));
      HostResource<?> other = found.get(resource.number());
      if (one != null && other != null && one != other) {
        throw new LinkException(
            "mismatched resource types: "
                + component
                + " imports one resource under several names, "
                + resource.instance()
                + "#"
                + resource.name()
                + " among them, and the linker has another one there: define the same"
                + " HostResource",
            List.of(
                new LinkException.Problem(
                    LinkException.Kind.DIFFERENT_IMPORT,
                    resource.instance(),
                    resource.name(),
                    "another HostResource than under its other names")));
      }
      if (one != null) {
        found.set(resource.number(), one);
      }
    }
    // WASI's are the native library's own, whatever interface names them.
    var provided = new HashSet<Integer>();
    for (Interface.ImportedResource resource : component.compiled().description().importedResources()) {
      if (wasi.contains(resource.instance())) {
        provided.add(resource.number());
      }
    }
    // An interface may use what another one defines: by its number, whatever its name there.
    for (Interface.ImportedResource resource : component.compiled().description().importedResources()) {
      if (found.get(resource.number()) == null && !provided.contains(resource.number())) {
        missing.add(missing(resource.instance(), new WitItem.Resource(resource.name())));
      }
    }
    return found;
  }

  private List<HostBinding> bindings(
      Component component,
      Set<String> wasi,
      LinkedResources resources,
      List<Missing> missing,
      List<LinkException.Problem> differences) {
    List<HostBinding> bindings = new ArrayList<>();
    for (FunctionCodec function : component.compiled().description().importedFunctions()) {
      if (wasi.contains(function.instance())) {
        continue;
      }
      LinkerInstance.Definition definition =
          find(function.instance(), instance -> instance.function(function.name()));
      if (definition == null) {
        missing.add(
            missing(function.instance(), new WitItem.Function(function.name(), function.type())));
        continue;
      }
      component.compiled().requireSupported("imports", function);
      if (definition.type() != null) {
        for (String difference : TypeDifferences.between(definition.type(), function.type())) {
          differences.add(
              new LinkException.Problem(
                  LinkException.Kind.DIFFERENT_IMPORT,
                  function.instance(),
                  function.name(),
                  difference));
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

  /** What the linker has for an import: under its very name, or in a compatible version. */
  private <T> @Nullable T find(String importedFrom, Function<LinkerInstance, @Nullable T> lookUp) {
    T defined = findDefined(importedFrom, lookUp);
    if (defined != null) {
      return defined;
    }
    LinkerInstance service = WasiServices.instance(importedFrom);
    return service == null ? null : lookUp.apply(service);
  }

  private <T> @Nullable T findDefined(
      String importedFrom, Function<LinkerInstance, @Nullable T> lookUp) {
    LinkerInstance exact = instances.get(importedFrom);
    if (exact != null) {
      T found = lookUp.apply(exact);
      if (found != null) {
        return found;
      }
    }
    return InterfaceName.highestCompatible(
        importedFrom, instances.values(), LinkerInstance::name, lookUp);
  }

  /** The block that {@code sb_instance_pre_new} documents. */
  private static byte[] definitions(
      Component component,
      Set<String> wasi,
      List<HostBinding> bindings,
      LinkedResources resources,
      List<LinkedModule> modules,
      List<NativeHandle> acquired) {
    var block = new ByteArrayOutputStream();
    List<Interface.ImportedResource> imported =
        component.compiled().description().importedResources().stream()
            .filter(resource -> resources.get(resource.number()) != null)
            .toList();
    boolean upcalls = !bindings.isEmpty() || !imported.isEmpty();
    Native.number(block, upcalls ? Upcalls.pointer().address() : 0, 8);
    Native.number(block, bindings.size(), 4);
    // First what can fail: nobody gives back what is added below but the native library.
    for (LinkedModule module : modules) {
      NativeHandle handle = module.module().handle();
      handle.acquire();
      acquired.add(handle);
    }
    for (HostBinding binding : bindings) {
      Native.string(block, binding.function().instance());
      Native.string(block, binding.function().name());
      // Given back by SB_UPCALL_RELEASE, also if linking fails.
      Native.number(block, Upcalls.FUNCTIONS.add(binding), 8);
    }
    Native.number(block, imported.size(), 4);
    for (Interface.ImportedResource resource : imported) {
      HostResource<?> implementation = Objects.requireNonNull(resources.get(resource.number()));
      Native.string(block, resource.instance());
      Native.string(block, resource.name());
      Native.number(block, implementation.number(), 4);
      Native.number(block, Upcalls.RESOURCES.add(implementation), 8);
    }
    Native.number(block, modules.size(), 4);
    for (LinkedModule module : modules) {
      Native.string(block, module.imported().instance());
      Native.string(block, module.imported().name());
      Native.number(block, module.module().handle().pointer().address(), 8);
    }
    Native.number(block, wasi.size(), 4);
    for (String name : wasi) {
      Native.string(block, name);
    }
    return block.toByteArray();
  }

  /**
   * What the linker doesn't have.
   *
   * @param instance where it is imported from; empty for the root
   * @param found what it has under that name instead, or null
   */
  private record Missing(String instance, WitItem item, @Nullable String found) {
    @Override
    public String toString() {
      return found == null
          ? item.toString()
          : item + " (expected " + kind() + " found " + found + ")";
    }

    LinkException.Problem problem() {
      return found == null
          ? new LinkException.Problem(
              LinkException.Kind.MISSING_IMPORT,
              instance,
              item.name(),
              "missing (expected " + item + ")")
          : new LinkException.Problem(
              LinkException.Kind.DIFFERENT_IMPORT,
              instance,
              item.name(),
              "expected " + kind() + ", found " + found);
    }

    private String kind() {
      return switch (item) {
        case WitItem.Function _ -> "function";
        case WitItem.Instance _ -> "instance";
        case WitItem.Resource _ -> "resource";
        case WitItem.CoreModule _ -> "module";
        default -> "item";
      };
    }
  }

  private Missing missing(String instance, WitItem item) {
    LinkerInstance around = instances.get(instance);
    String found = around == null ? null : around.kindOf(item.name());
    String path = instance.isEmpty() ? item.name() : instance + "/" + item.name();
    if (found == null && instances.containsKey(path)) {
      found = "instance";
    }
    return new Missing(instance, item, found);
  }

  /** Finds the instances that are imported under the name of something else, nested ones too. */
  private void findMistakenInstances(String path, List<WitItem> items, List<Missing> missing) {
    LinkerInstance around = instances.get(path);
    for (WitItem item : items) {
      if (item instanceof WitItem.Instance instance) {
        String inner = path.isEmpty() ? instance.name() : path + "/" + instance.name();
        if (around != null
            && around.kindOf(instance.name()) != null
            && !instances.containsKey(inner)) {
          missing.add(missing(path, new WitItem.Instance(instance.name(), List.of())));
        } else {
          findMistakenInstances(inner, instance.items(), missing);
        }
      }
    }
  }

  private static String line(LinkException.Problem difference) {
    return "\n  " + difference.subject() + ": " + difference.description();
  }

  /** Everything that keeps a component from being linked, at once. */
  private LinkException mismatch(
      Component component, List<Missing> missing, List<LinkException.Problem> differences) {
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
              + differences.stream().map(Linker::line).collect(Collectors.joining()));
    }
    List<LinkException.Problem> problems = new ArrayList<>(differences);
    missing.forEach(one -> problems.add(one.problem()));
    return new LinkException(String.join("\n", parts), problems);
  }

  private String describe(Component component, List<Missing> missing) {
    var byInstance = new LinkedHashMap<String, List<Missing>>();
    for (Missing one : missing) {
      byInstance.computeIfAbsent(one.instance(), instance -> new ArrayList<>()).add(one);
    }
    var text = new StringBuilder();
    byInstance.forEach(
        (instance, items) -> {
          text.append(text.isEmpty() ? "" : "\n").append(component).append(" imports ");
          if (instance.isEmpty()) {
            text.append("what was not found in the linker");
          } else if (instances.containsKey(instance)) {
            text.append(instance).append(", of which this was not found in the linker");
          } else {
            text.append(instance).append(", which was not found in the linker");
            appendOtherVersions(text, instance);
          }
          text.append('.');
          items.forEach(item -> text.append("\n  ").append(item));
        });
    Missing first = missing.getFirst();
    if (first.found() != null) {
      return text.toString();
    }
    String place =
        first.instance().isEmpty()
            ? "linker.root()"
            : "linker.instance(\"" + first.instance() + "\")";
    String method =
        switch (first.item()) {
          case WitItem.Resource _ -> ".resource(\"";
          case WitItem.CoreModule _ -> ".module(\"";
          default -> ".func(\"";
        };
    text.append("\nProvide it with ").append(place).append(method).append(first.item().name());
    return text.append("\", …).").toString();
  }

  private void appendOtherVersions(StringBuilder text, String instance) {
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
