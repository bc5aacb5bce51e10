package dev.switchblade.internal.link;

import dev.switchblade.HostResource;
import dev.switchblade.LinkException;
import dev.switchblade.internal.codec.FunctionCodec;
import dev.switchblade.internal.describe.CompiledComponent;
import dev.switchblade.internal.describe.ComponentDescription;
import dev.switchblade.internal.describe.InterfaceName;
import dev.switchblade.internal.describe.TypeDifferences;
import dev.switchblade.internal.upcall.Upcalls;
import dev.switchblade.wit.WitItem;
import dev.switchblade.wit.WitType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** What is plugged in with all that it exports. */
  private final Collection<Provider> plugged;

  private final Function<String, @Nullable Definitions> services;

  /** The imported interfaces of WASI that the native library provides. */
  private final Set<String> wasi;

  private final List<Missing> missing = new ArrayList<>();
  private final List<LinkException.Problem> differences = new ArrayList<>();
  private final List<PluggedTypes.Difference> pluggedDifferences = new ArrayList<>();

  /** The numbers of the resources that are WASI's, whatever interface names them. */
  private final Set<Integer> wasiResources = new HashSet<>();

  /** What all of an interface is plugged in from, by name; empty if nothing is. */
  private final Map<String, Optional<Provider>> providers = new HashMap<>();

  /** What provides any function or resource. */
  private final Set<Provider> serving = new LinkedHashSet<>();

  /** What is wrong otherwise: a complaint for each. */
  private final List<LinkException> others = new ArrayList<>();

  private ImportResolution(
      CompiledComponent component,
      Object engine,
      Map<String, Definitions> instances,
      Collection<Provider> plugged,
      Function<String, @Nullable Definitions> services) {
    this.component = component;
    this.description = component.description();
    this.engine = engine;
    this.instances = instances;
    this.plugged = plugged;
    this.services = services;
    this.wasi = findWasi();
    for (ComponentDescription.ImportedResource resource : description.importedResources()) {
      if (wasi.contains(resource.instance())) {
        wasiResources.add(resource.number());
      }
    }
  }

  /**
   * Resolves the imports of a component.
   *
   * @param engine that core modules must have been compiled by
   * @param upcalls by which native code calls host functions
   * @param instances what the host defines, by the names of interfaces; empty for the root
   * @param plugged what is plugged in with all that it exports
   * @param services what is there without being defined, by the name that is imported
   * @throws LinkException if something is imported that nothing here provides, or with another type
   *     than it was defined with; the message lists all of it
   * @throws IllegalArgumentException if it needs instances of different stores
   */
  public static ResolvedImports resolve(
      CompiledComponent component,
      Object engine,
      Upcalls upcalls,
      Map<String, Definitions> instances,
      Collection<Provider> plugged,
      Function<String, @Nullable Definitions> services) {
    return new ImportResolution(component, engine, instances, plugged, services).resolve(upcalls);
  }

  private ResolvedImports resolve(Upcalls upcalls) {
    findMistakenInstances("", description.imports());
    LinkedResources resources = findResources();
    List<HostBinding> bindings = new ArrayList<>();
    List<PluggedFunction> exports = new ArrayList<>();
    bind(resources, bindings, exports);
    List<ResolvedImports.Module> modules = findModules();
    if (!missing.isEmpty()
        || !differences.isEmpty()
        || !pluggedDifferences.isEmpty()
        || !others.isEmpty()) {
      throw mismatch();
    }
    return new ResolvedImports(
        description, upcalls, wasi, bindings, resources, modules, exports, findStore());
  }

  /** The one store that it can be instantiated in, as users hold it; null if it can be in any. */
  @SuppressWarnings("ReferenceEquality") // stores are told apart, and are what they are
  private @Nullable Object findStore() {
    Provider first = null;
    for (Provider provider : serving) {
      if (provider.store() != null && first == null) {
        first = provider;
      } else if (first != null && provider.store() != null && provider.store() != first.store()) {
        throw new IllegalArgumentException(
            first + " and " + provider + ", which are plugged in, are in different stores");
      }
    }
    return first == null ? null : first.store();
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
    for (Provider provider : plugged) {
      if (provider.exports(interfaceName)) {
        return true;
      }
    }
    return instances.values().stream()
        .anyMatch(
            instance -> !instance.isEmpty() && InterfaceName.fits(interfaceName, instance.name()));
  }

  @SuppressWarnings("ReferenceEquality") // engines are told apart, and are what they are
  private List<ResolvedImports.Module> findModules() {
    List<ResolvedImports.Module> found = new ArrayList<>();
    for (ComponentDescription.ImportedModule imported : description.importedModules()) {
      Definitions.Module module =
          find(
              imported.instance(),
              imported.name(),
              instance -> instance.module(imported.name()),
              // Core modules are not plugged in.
              _ -> null);
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

  /** What the component's resources are linked with, by the numbers that it has for them. */
  private LinkedResources findResources() {
    var found = new LinkedResources(description.resourceCount());
    // By numbers: what needs no definition, or can't have the one that there is.
    var provided = new HashSet<Integer>(wasiResources);
    for (ComponentDescription.ImportedResource resource : description.importedResources()) {
      Definitions.ForResource one =
          wasi.contains(resource.instance())
              ? null
              : find(
                  resource.instance(),
                  resource.name(),
                  instance -> instance.resource(resource.name()),
                  provider ->
                      Definitions.exportedResource(provider, resource.instance(), resource.name()));
      if (one instanceof Definitions.HostsResource(HostResource<?> host)) {
        link(found, resource, host);
      } else if (one instanceof Definitions.ExportedResource(Provider provider, int number)) {
        serving.add(provider);
        HostResource<?> host = provider.hostResource(number);
        if (host != null) {
          link(found, resource, host);
        } else if (!provider.isWasi(number)) {
          link(found, resource, provider.origin(number));
        } else if (!wasiResources.contains(resource.number())) {
          others.add(passesWasiOn(resource, provider));
          provided.add(resource.number());
        }
        // Else it uses what both have from the library: as of all that it uses, nothing is linked.
      }
    }
    // An interface may use what another one defines: by its number, whatever its name there.
    for (ComponentDescription.ImportedResource resource : description.importedResources()) {
      if (found.get(resource.number()) == null
          && found.origin(resource.number()) == null
          && !provided.contains(resource.number())) {
        missing.add(missing(resource.instance(), new WitItem.Resource(resource.name())));
      }
    }
    return found;
  }

  private void link(
      LinkedResources resources,
      ComponentDescription.ImportedResource imported,
      HostResource<?> host) {
    HostResource<?> before = resources.get(imported.number());
    LinkedResources.Origin origin = resources.origin(imported.number());
    if ((before != null && before != host)
        || origin != null
        || wasiResources.contains(imported.number())) {
      others.add(severalResources(imported));
    }
    resources.set(imported.number(), host);
  }

  private void link(
      LinkedResources resources,
      ComponentDescription.ImportedResource imported,
      LinkedResources.Origin origin) {
    LinkedResources.Origin before = resources.origin(imported.number());
    if ((before != null && !before.equals(origin))
        || resources.get(imported.number()) != null
        || wasiResources.contains(imported.number())) {
      others.add(severalResources(imported));
    }
    resources.set(imported.number(), origin);
  }

  private LinkException passesWasiOn(
      ComponentDescription.ImportedResource resource, Provider provider) {
    String what =
        "exports a resource of WASI's that it imports itself: such a resource can't be passed on"
            + " by plugging in";
    return new LinkException(
        component
            + " imports "
            + FunctionCodec.qualified(resource.instance(), resource.name())
            + ", and "
            + provider
            + ", which is plugged in, "
            + what
            + ". Compose the components instead, before they are compiled.",
        List.of(
            new LinkException.Problem(
                LinkException.Kind.DIFFERENT_IMPORT,
                resource.instance(),
                resource.name(),
                provider + " " + what)));
  }

  private LinkException severalResources(ComponentDescription.ImportedResource resource) {
    return new LinkException(
        "mismatched resource types: "
            + component
            + " imports one resource under several names, "
            + resource.instance()
            + "#"
            + resource.name()
            + " among them, and the linker has another one there: "
            + (wasiResources.contains(resource.number())
                ? "it is WASI's, as the library has it"
                : "define the same HostResource"),
        List.of(
            new LinkException.Problem(
                LinkException.Kind.DIFFERENT_IMPORT,
                resource.instance(),
                resource.name(),
                "another resource than under its other names")));
  }

  private void bind(
      LinkedResources resources, List<HostBinding> bindings, List<PluggedFunction> exports) {
    for (FunctionCodec function : description.importedFunctions()) {
      if (wasi.contains(function.instance())) {
        continue;
      }
      Definitions.ForFunction definition =
          find(
              function.instance(),
              function.name(),
              instance -> instance.function(function.name()),
              provider -> Definitions.exported(provider, function.instance(), function.name()));
      if (definition == null) {
        missing.add(
            missing(function.instance(), new WitItem.Function(function.name(), function.type())));
        continue;
      }
      LinkException unsupported = component.unsupported("imports", function);
      if (unsupported != null) {
        others.add(unsupported);
      }
      switch (definition) {
        case Definitions.Function(var implementation, var type) -> {
          if (type != null) {
            compare(function, type);
          }
          bindings.add(new HostBinding(implementation, function, resources));
        }
        case Definitions.ExportedFor(Provider provider, FunctionCodec export) -> {
          serving.add(provider);
          compare(function, provider, export, resources);
          exports.add(new PluggedFunction(function, provider, export));
        }
      }
    }
  }

  /** Compares the type of an import with the one that a host function was written for. */
  private void compare(FunctionCodec function, WitType.Function type) {
    for (String difference : TypeDifferences.between(type, function.type())) {
      differences.add(
          new LinkException.Problem(
              LinkException.Kind.DIFFERENT_IMPORT,
              function.instance(),
              function.name(),
              difference));
    }
  }

  /** Compares the type of an import with that of an export. */
  private void compare(
      FunctionCodec function, Provider provider, FunctionCodec export, LinkedResources resources) {
    var types = new PluggedTypes(component, resources, this::isLinked);
    PluggedTypes.Difference found = types.compare(new PluggedFunction(function, provider, export));
    if (found != null) {
      pluggedDifferences.add(found);
    }
  }

  /** Says whether a resource is linked with anything; otherwise it is told as missing. */
  private boolean isLinked(int number, LinkedResources resources) {
    return resources.get(number) != null
        || resources.origin(number) != null
        || wasiResources.contains(number);
  }

  /**
   * What there is for an import: under its very name, or in a compatible version. What is defined
   * by itself comes first; the rest of an interface comes from one component, if one is plugged in.
   *
   * @param lookUp what is defined
   * @param export what a component exports
   */
  private <T> @Nullable T find(
      String importedFrom,
      String name,
      Function<Definitions, @Nullable T> lookUp,
      Function<Provider, @Nullable T> export) {
    T defined = findDefined(importedFrom, lookUp);
    if (defined != null) {
      return defined;
    }
    Provider provider = findProvider(importedFrom, name);
    if (provider != null) {
      return export.apply(provider);
    }
    Definitions service = services.apply(importedFrom);
    return service == null ? null : lookUp.apply(service);
  }

  /**
   * What is plugged in for an import, whether it exports that or not: there is one for all of an
   * interface, which may have a state behind it. What is imported directly is looked for by itself.
   */
  private @Nullable Provider findProvider(String importedFrom, String name) {
    if (plugged.isEmpty() && instances.isEmpty()) {
      return null;
    }
    String key = importedFrom.isEmpty() ? "#" + name : importedFrom;
    Optional<Provider> known = providers.get(key);
    if (known == null) {
      Provider decided = findDefined(importedFrom, defined -> defined.provider(name));
      known = decided == null ? findPlugged(importedFrom, name) : Optional.of(decided);
      providers.put(key, known);
    }
    return known.orElse(null);
  }

  /** The one of the plugged components that exports what isn't defined of an interface. */
  private Optional<Provider> findPlugged(String importedFrom, String name) {
    Provider found = null;
    for (Provider provider : plugged) {
      if (!servesAny(provider, importedFrom, name)) {
        continue;
      }
      if (found == null) {
        found = provider;
      } else {
        others.add(ambiguous(importedFrom, name, found, provider));
        break;
      }
    }
    return Optional.ofNullable(found);
  }

  /** Says whether a component exports what is imported of an interface, or directly by a name. */
  private boolean servesAny(Provider provider, String importedFrom, String name) {
    for (FunctionCodec function : description.importedFunctions()) {
      if (function.instance().equals(importedFrom)
          && (!importedFrom.isEmpty() || function.name().equals(name))
          && provider.function(importedFrom, function.name()) != null
          && findDefined(importedFrom, defined -> defined.function(function.name())) == null) {
        return true;
      }
    }
    for (ComponentDescription.ImportedResource resource : description.importedResources()) {
      if (resource.instance().equals(importedFrom)
          && (!importedFrom.isEmpty() || resource.name().equals(name))
          && provider.resource(importedFrom, resource.name()) != null
          && findDefined(importedFrom, defined -> defined.resource(resource.name())) == null) {
        return true;
      }
    }
    return false;
  }

  private LinkException ambiguous(String importedFrom, String name, Provider one, Provider other) {
    String item = importedFrom.isEmpty() ? name : importedFrom;
    String both = "both " + one + " and " + other + ", which are plugged in, export it";
    return new LinkException(
        component
            + " imports "
            + item
            + ", and "
            + both
            + ". Say which is meant, with "
            + (importedFrom.isEmpty()
                ? "linker.root()"
                : "linker.instance(\"" + importedFrom + "\")")
            + ".plug(…).",
        List.of(
            new LinkException.Problem(
                LinkException.Kind.AMBIGUOUS_IMPORT, importedFrom, name, both)));
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
    complaints.addAll(PluggedTypes.complaints(component, pluggedDifferences));
    complaints.addAll(others);
    return LinkException.all(complaints);
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
          Provider provider =
              instance.isEmpty() ? null : findProvider(instance, items.getFirst().item().name());
          if (instance.isEmpty()) {
            text.append("what was not found in the linker");
          } else if (provider != null) {
            text.append(instance).append(", of which ").append(provider);
            text.append(", which is plugged in there, doesn't export this");
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
    if (wanted == null) {
      return;
    }
    for (Provider provider : plugged) {
      provider.otherVersionsOf(wanted).stream()
          .map(name -> " (" + provider + ", which is plugged in, exports " + name + ")")
          .forEach(text::append);
    }
  }
}
