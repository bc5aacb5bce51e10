package dev.switchblade.internal.link;

import dev.switchblade.HostResource;
import dev.switchblade.LinkException;
import dev.switchblade.internal.codec.FunctionCodec;
import dev.switchblade.internal.describe.CompiledComponent;
import dev.switchblade.internal.describe.ComponentDescription;
import dev.switchblade.internal.describe.InterfaceName;
import dev.switchblade.internal.ffi.NativeHandle;
import dev.switchblade.internal.upcall.Upcalls;
import dev.switchblade.wit.WitType;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can be plugged into other components: a pre-instantiation, of which each of their instances
 * gets one of its own, or an instance that is there. There is one object for each, and they are
 * told apart by it.
 */
public final class Provider {

  private final CompiledComponent component;
  private final Object engine;
  private final LinkedResources resources;
  private final LinkedResources.Identity identity;

  /** The pre-instantiation. */
  private final @Nullable NativeHandle linked;

  /**
   * What its host functions are called by, or null once it is closed. It refers to what users hold
   * of the pre-instantiation, and so keeps that from being found unreachable.
   */
  private final @Nullable Supplier<@Nullable Upcalls> upcalls;

  /** The instance. */
  private final @Nullable LinkedInstance instance;

  /** The store that it can be used in, as users hold it; null if in any. */
  private final @Nullable Object store;

  private Provider(
      CompiledComponent component,
      Object engine,
      LinkedResources resources,
      @Nullable NativeHandle linked,
      @Nullable Supplier<@Nullable Upcalls> upcalls,
      @Nullable LinkedInstance instance,
      @Nullable Object store) {
    this.component = component;
    this.engine = engine;
    this.resources = resources;
    this.linked = linked;
    this.upcalls = upcalls;
    this.instance = instance;
    this.store = store;
    this.identity = new LinkedResources.Identity(toString(), linked != null);
  }

  /**
   * Makes one of a pre-instantiation.
   *
   * @param engine that compiled the component
   * @param upcalls by which its host functions are called, null once it is closed; it must refer to
   *     what users hold of the pre-instantiation
   * @param store the only one that it can be instantiated in; null if it can be in any
   */
  public static Provider of(
      CompiledComponent component,
      Object engine,
      LinkedResources resources,
      NativeHandle linked,
      Supplier<@Nullable Upcalls> upcalls,
      @Nullable Object store) {
    return new Provider(component, engine, resources, linked, upcalls, null, store);
  }

  /**
   * Makes one of an instance.
   *
   * @param engine that compiled its component
   */
  public static Provider of(LinkedInstance instance, Object engine) {
    return new Provider(
        instance.component(),
        engine,
        instance.hostResources(),
        null,
        null,
        instance,
        instance.store());
  }

  CompiledComponent component() {
    return component;
  }

  public Object engine() {
    return engine;
  }

  /** The store that it can be used in, as users hold it; null if in any. */
  @Nullable Object store() {
    return store;
  }

  /** The pre-instantiation; null if it is an instance. */
  @Nullable NativeHandle linked() {
    return linked;
  }

  /** By which the host functions of a pre-instantiation are called; null once it is closed. */
  @Nullable Upcalls upcalls() {
    return upcalls == null ? null : upcalls.get();
  }

  /** The number of the instance in its store. */
  int instanceNumber() {
    if (instance == null) {
      throw new IllegalStateException(this + " is no instance");
    }
    return instance.number();
  }

  /**
   * Requires it to export something from an interface.
   *
   * @throws LinkException if it doesn't, in that version or a compatible one
   */
  public void requireExports(String interfaceName) {
    if (exports(interfaceName)) {
      return;
    }
    List<String> known = exportedInterfaces();
    String what = interfaceName.isEmpty() ? "no functions of its own" : "no " + interfaceName;
    throw new LinkException(
        this
            + " exports "
            + what
            + "; it exports "
            + (known.isEmpty() ? "no interfaces" : String.join(", ", known)),
        List.of(
            new LinkException.Problem(
                LinkException.Kind.MISSING_EXPORT, interfaceName, "", "missing")));
  }

  /** The names of the interfaces that it exports something from. */
  private List<String> exportedInterfaces() {
    ComponentDescription description = component.description();
    return Stream.concat(
            description.exportedFunctions().stream().map(FunctionCodec::instance),
            description.exportedResources().stream()
                .map(ComponentDescription.ExportedResource::instance))
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  /** Says whether it exports anything from an interface, in that version or a compatible one. */
  public boolean exports(String interfaceName) {
    ComponentDescription description = component.description();
    return description.exportedFunctions().stream()
            .anyMatch(function -> InterfaceName.fits(interfaceName, function.instance()))
        || description.exportedResources().stream()
            .anyMatch(resource -> InterfaceName.fits(interfaceName, resource.instance()));
  }

  /** The names of the interfaces that it exports in another version than the wanted one. */
  List<String> otherVersionsOf(InterfaceName wanted) {
    return exportedInterfaces().stream()
        .filter(
            name -> {
              InterfaceName other = InterfaceName.of(name);
              return other != null && other.isOtherVersionOf(wanted);
            })
        .toList();
  }

  /** The function that it exports for an import, or null. */
  @Nullable FunctionCodec function(String importedFrom, String name) {
    return component.exportedFunction(importedFrom, name);
  }

  /** The number of the resource that it exports for an import, or null. */
  @Nullable Integer resource(String importedFrom, String name) {
    ComponentDescription.ExportedResource found = component.exportedResource(importedFrom, name);
    return found == null ? null : found.number();
  }

  /** The host's resource that one of its own is linked with, or null. */
  @Nullable HostResource<?> hostResource(int number) {
    return resources.get(number);
  }

  /** Whose one of its resources is, unless it is the host's. */
  LinkedResources.Origin origin(int number) {
    LinkedResources.Origin origin = resources.origin(number);
    if (origin == null) {
      return new LinkedResources.Origin(null, identity, number, resourceName(number));
    }
    // What was made to be plugged into this instance is not what others have made for themselves.
    boolean made = instance != null && origin.around() == null && origin.provider().isMade();
    return made
        ? new LinkedResources.Origin(
            identity, origin.provider(), origin.number(), origin.resource())
        : origin;
  }

  /** Says whether one of its resources is WASI's, as the native library has it. */
  boolean isWasi(int number) {
    ComponentDescription description = component.description();
    return hostResource(number) == null
        && resources.origin(number) == null
        && description.importedResources().stream()
            .anyMatch(resource -> resource.number() == number);
  }

  /** What a resource is called. */
  private String resourceName(int number) {
    WitType.Resource resource = component.description().resource(number);
    return resource.instance().isEmpty()
        ? resource.toString()
        : resource + " (" + resource.instance() + ")";
  }

  /** As messages name it. */
  @Override
  public final String toString() {
    return instance == null ? component.toString() : "an instance of " + component;
  }
}
