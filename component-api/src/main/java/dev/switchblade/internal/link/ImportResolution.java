package dev.switchblade.internal.link;

import dev.switchblade.HostResource;
import dev.switchblade.LinkException;
import dev.switchblade.internal.codec.FunctionCodec;
import dev.switchblade.internal.describe.CompiledComponent;
import dev.switchblade.internal.describe.ComponentDescription;
import dev.switchblade.internal.describe.InterfaceName;
import dev.switchblade.internal.describe.LinkComplaints;
import dev.switchblade.internal.describe.TypeDifferences;
import dev.switchblade.internal.upcall.Upcalls;
import dev.switchblade.wit.WitItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what a host provides for each import of a component, and tells all that it doesn't. */
public final class ImportResolution {

  private final CompiledComponent component;
  private final ComponentDescription description;
  private final Object engine;
  private final Map<String, Definitions> instances;
  private final Function<String, @Nullable Definitions> services;

  /** The imported interfaces of WASI that the native library provides. */
  private final Set<String> wasi;

  private final List<Missing> missing = new ArrayList<>();
  private final List<LinkException.Problem> differences = new ArrayList<>();

  /** What is wrong otherwise: a complaint for each. */
  private final List<LinkException> others = new ArrayList<>();

  private ImportResolution(
      CompiledComponent component,
      Object engine,
      Map<String, Definitions> instances,
      Function<String, @Nullable Definitions> services) {
    this.component = component;
    this.description = component.description();
    this.engine = engine;
    this.instances = instances;
    this.services = services;
    this.wasi = findWasi();
  }

  /**
   * Resolves the imports of a component.
   *
   * @param engine that core modules must have been compiled by
   * @param upcalls by which native code calls host functions
   * @param instances what the host defines, by the names of interfaces; empty for the root
   * @param services what is there without being defined, by the name that is imported
   * @throws LinkException if something is imported that nothing here provides, or with another type
   *     than it was defined with; the message lists all of it
   */
  public static ResolvedImports resolve(
      CompiledComponent component,
      Object engine,
      Upcalls upcalls,
      Map<String, Definitions> instances,
      Function<String, @Nullable Definitions> services) {
    return new ImportResolution(component, engine, instances, services).resolve(upcalls);
  }

  private ResolvedImports resolve(Upcalls upcalls) {
    findMistakenInstances("", description.imports());
    LinkedResources resources = findResources();
    List<HostBinding> bindings = bind(resources);
    List<ResolvedImports.Module> modules = findModules();
    if (!missing.isEmpty() || !differences.isEmpty() || !others.isEmpty()) {
      throw mismatch();
    }
    return new ResolvedImports(description, upcalls, wasi, bindings, resources, modules);
  }

  /**
   * The imported interfaces of WASI that the native library provides: those of which nothing is
   * defined here.
   */
  private Set<String> findWasi() {
    Set<String> found = new LinkedHashSet<>(description.wasi());
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

  @SuppressWarnings("ReferenceEquality") // engines are told apart, and are what they are
  private List<ResolvedImports.Module> findModules() {
    List<ResolvedImports.Module> found = new ArrayList<>();
    for (ComponentDescription.ImportedModule imported : description.importedModules()) {
      Definitions.Module module =
          find(imported.instance(), instance -> instance.module(imported.name()));
      if (module == null) {
        missing.add(missing(imported.instance(), new WitItem.CoreModule(imported.name())));
      } else if (module.engine() != engine) {
        throw new IllegalArgumentException(
            "the core module " + imported.name() + " was compiled by another engine");
      } else {
        found.add(new ResolvedImports.Module(imported, module));
      }
    }
    return found;
  }

  /** The host's resources, by the numbers that the component has for them. */
  private LinkedResources findResources() {
    var found = new LinkedResources(description.resourceCount());
    for (ComponentDescription.ImportedResource resource : description.importedResources()) {
      HostResource<?> one =
          find(resource.instance(), instance -> instance.resource(resource.name()));
      HostResource<?> other = found.get(resource.number());
      if (one != null && other != null && one != other) {
        others.add(severalResources(resource));
      }
      if (one != null) {
        found.set(resource.number(), one);
      }
    }
    // WASI's are the native library's own, whatever interface names them.
    var provided = new HashSet<Integer>();
    for (ComponentDescription.ImportedResource resource : description.importedResources()) {
      if (wasi.contains(resource.instance())) {
        provided.add(resource.number());
      }
    }
    // An interface may use what another one defines: by its number, whatever its name there.
    for (ComponentDescription.ImportedResource resource : description.importedResources()) {
      if (found.get(resource.number()) == null && !provided.contains(resource.number())) {
        missing.add(missing(resource.instance(), new WitItem.Resource(resource.name())));
      }
    }
    return found;
  }

  private LinkException severalResources(ComponentDescription.ImportedResource resource) {
    return new LinkException(
        "mismatched resource types: "
            + component
            + " imports one resource under several names, "
            + resource.instance()
            + "#"
            + resource.name()
            + " among them, and the linker has another one there: define the same HostResource",
        List.of(
            new LinkException.Problem(
                LinkException.Kind.DIFFERENT_IMPORT,
                resource.instance(),
                resource.name(),
                "another HostResource than under its other names")));
  }

  private List<HostBinding> bind(LinkedResources resources) {
    List<HostBinding> bindings = new ArrayList<>();
    for (FunctionCodec function : description.importedFunctions()) {
      if (wasi.contains(function.instance())) {
        continue;
      }
      Definitions.Function definition =
          find(function.instance(), instance -> instance.function(function.name()));
      if (definition == null) {
        missing.add(
            missing(function.instance(), new WitItem.Function(function.name(), function.type())));
        continue;
      }
      LinkException unsupported = component.unsupported("imports", function);
      if (unsupported != null) {
        others.add(unsupported);
      }
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

  /** What the linker has for an import: under its very name, or in a compatible version. */
  private <T> @Nullable T find(String importedFrom, Function<Definitions, @Nullable T> lookUp) {
    T defined = findDefined(importedFrom, lookUp);
    if (defined != null) {
      return defined;
    }
    Definitions service = services.apply(importedFrom);
    return service == null ? null : lookUp.apply(service);
  }

  private <T> @Nullable T findDefined(
      String importedFrom, Function<Definitions, @Nullable T> lookUp) {
    Definitions exact = instances.get(importedFrom);
    if (exact != null) {
      T found = lookUp.apply(exact);
      if (found != null) {
        return found;
      }
    }
    return InterfaceName.highestCompatible(
        importedFrom, instances.values(), Definitions::name, lookUp);
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
    Definitions around = instances.get(instance);
    String found = around == null ? null : around.kindOf(item.name());
    String path = instance.isEmpty() ? item.name() : instance + "/" + item.name();
    if (found == null && instances.containsKey(path)) {
      found = "instance";
    }
    return new Missing(instance, item, found);
  }

  /** Finds the instances that are imported under the name of something else, nested ones too. */
  private void findMistakenInstances(String path, List<WitItem> items) {
    Definitions around = instances.get(path);
    for (WitItem item : items) {
      if (item instanceof WitItem.Instance instance) {
        String inner = path.isEmpty() ? instance.name() : path + "/" + instance.name();
        if (around != null
            && around.kindOf(instance.name()) != null
            && !instances.containsKey(inner)) {
          missing.add(missing(path, new WitItem.Instance(instance.name(), List.of())));
        } else {
          findMistakenInstances(inner, instance.items());
        }
      }
    }
  }

  private static String line(LinkException.Problem difference) {
    return "\n  " + difference.subject() + ": " + difference.description();
  }

  /** Everything that keeps a component from being linked, at once. */
  private LinkException mismatch() {
    List<LinkException> complaints = new ArrayList<>();
    if (!missing.isEmpty()) {
      complaints.add(
          new LinkException(describeMissing(), missing.stream().map(Missing::problem).toList()));
    }
    if (!differences.isEmpty()) {
      complaints.add(
          new LinkException(
              component
                  + " imports functions with other types than the linker's were written for ("
                  + TypeDifferences.count(differences.size())
                  + "):"
                  + differences.stream().map(ImportResolution::line).collect(Collectors.joining()),
              differences));
    }
    complaints.addAll(others);
    return LinkComplaints.all(complaints);
  }

  private String describeMissing() {
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
    for (Definitions other : instances.values()) {
      InterfaceName name = InterfaceName.of(other.name());
      if (wanted != null && name != null && name.isOtherVersionOf(wanted)) {
        text.append(name.isCompatibleWith(wanted) ? " in full" : "");
        text.append(" (the linker has ").append(other.name()).append(')');
      }
    }
  }
}
