package dev.switchblade.internal.link;

import dev.switchblade.HostResource;
import dev.switchblade.LinkException;
import dev.switchblade.internal.describe.CompiledComponent;
import dev.switchblade.internal.describe.ComponentDescription;
import dev.switchblade.internal.describe.TypeDifferences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the imports of a component with the exports of what is plugged into it. */
final class PluggedTypes {

  private final ComponentDescription description;
  private final LinkedResources resources;
  private final KnownResources known;

  /** Tells whether a resource is linked with anything. */
  @FunctionalInterface
  interface KnownResources {
    boolean isLinked(int number, LinkedResources resources);
  }

  /**
   * Compares the imports of a component.
   *
   * @param resources what the component's resources are linked with
   * @param known of which of them that is known: the others are not compared
   */
  PluggedTypes(CompiledComponent component, LinkedResources resources, KnownResources known) {
    this.description = component.description();
    this.resources = resources;
    this.known = known;
  }

  /**
   * How an export is of another type than the import that it is to serve.
   *
   * @param function both of them
   * @param differences each, with its path
   */
  record Difference(PluggedFunction function, List<String> differences) {
    /** Both ends, and what is between them. */
    @Override
    public String toString() {
      String name = function.imported().qualifiedName();
      String exportedFrom = function.export().instance();
      String all = "\n  " + name + ": " + String.join("\n  " + name + ": ", differences);
      if (isOfResources()) {
        return all;
      }
      return all
          + "\n    imported: "
          + function.imported().type()
          + "\n    exported: "
          + function.export().type()
          + (function.imported().instance().equals(exportedFrom) ? "" : " (" + exportedFrom + ")");
    }

    /** Whether only resources differ: both types then read the same. */
    boolean isOfResources() {
      return TypeDifferences.between(function.imported().type(), function.export().type())
          .isEmpty();
    }

    List<LinkException.Problem> problems() {
      return differences.stream()
          .map(
              difference ->
                  new LinkException.Problem(
                      LinkException.Kind.DIFFERENT_IMPORT,
                      function.imported().instance(),
                      function.imported().name(),
                      difference))
          .toList();
    }
  }

  /** What is wrong with the types of what is plugged in: a complaint for each component. */
  static List<LinkException> complaints(CompiledComponent component, List<Difference> found) {
    var byProvider = new LinkedHashMap<Provider, List<Difference>>();
    for (Difference one : found) {
      byProvider.computeIfAbsent(one.function().provider(), _ -> new ArrayList<>()).add(one);
    }
    List<LinkException> complaints = new ArrayList<>();
    byProvider.forEach(
        (provider, list) -> {
          int count = list.stream().mapToInt(one -> one.differences().size()).sum();
          String text =
              component
                  + " imports functions with other types than those that "
                  + provider
                  + ", which is plugged in, exports them with ("
                  + TypeDifferences.count(count)
                  + "):"
                  + list.stream().map(Difference::toString).collect(Collectors.joining());
          complaints.add(
              new LinkException(
                  text, list.stream().flatMap(one -> one.problems().stream()).toList()));
        });
    return complaints;
  }

  /** How the types of an import and the export that is to serve it differ; null if they don't. */
  @Nullable Difference compare(PluggedFunction function) {
    List<String> found =
        new ArrayList<>(
            TypeDifferences.between(function.imported().type(), function.export().type()));
    if (found.isEmpty()) {
      // The resources have the same names: are they the same?
      int[] imported = function.imported().resources();
      int[] exported = function.export().resources();
      for (int i = 0; i < exported.length; i++) {
        String difference = difference(imported[i], function.provider(), exported[i]);
        if (difference != null && !found.contains(difference)) {
          found.add(difference);
        }
      }
    }
    return found.isEmpty() ? null : new Difference(function, found);
  }

  /** How the resource that an import takes is another one than the export's; null if it isn't. */
  private @Nullable String difference(int imported, Provider provider, int exported) {
    if (!known.isLinked(imported, resources)) {
      return null;
    }
    HostResource<?> host = resources.get(imported);
    LinkedResources.Origin origin = resources.origin(imported);
    HostResource<?> otherHost = provider.hostResource(exported);
    LinkedResources.Origin otherOrigin =
        otherHost != null || provider.isWasi(exported) ? null : provider.origin(exported);
    if (host == otherHost && Objects.equals(origin, otherOrigin)) {
      return null;
    }
    String here = owner(host, origin);
    String there = owner(otherHost, otherOrigin);
    return "resource "
        + description.resource(imported)
        + ": expected "
        + here
        + ", found "
        + (there.equals(here) ? "another one" : there);
  }

  /** Whose a resource is. */
  private static String owner(
      @Nullable HostResource<?> host, LinkedResources.@Nullable Origin origin) {
    if (host != null) {
      return "the host's";
    }
    return origin == null ? "WASI's" : "that of " + origin.owner();
  }
}
