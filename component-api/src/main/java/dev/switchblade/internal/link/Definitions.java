package dev.switchblade.internal.link;

import dev.switchblade.HostResource;
import dev.switchblade.internal.codec.FunctionCodec;
import dev.switchblade.internal.ffi.NativeHandle;
import dev.switchblade.wit.WitType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The functions, resources and core modules that a host provides under the name of one interface,
 * or directly, and what is plugged in there.
 */
public final class Definitions {

  private final String name;
  private final Map<String, Function> functions = new HashMap<>();
  private final Map<String, HostResource<?>> resources = new HashMap<>();
  private final Map<String, Module> modules = new HashMap<>();

  /** What provides all of the interface that isn't defined by itself; null if nothing does. */
  private @Nullable Provider provider;

  /** What that doesn't serve, whether it exports it or not. */
  private final Set<String> notPlugged = new HashSet<>();

  /** What is defined for an imported function. */
  sealed interface ForFunction {}

  /**
   * A function that a component exports.
   *
   * @param provider what exports it
   * @param function the export
   */
  record ExportedFor(Provider provider, FunctionCodec function) implements ForFunction {}

  /** What is defined for an imported resource. */
  sealed interface ForResource {}

  /** One of the host's. */
  record HostsResource(HostResource<?> resource) implements ForResource {}

  /**
   * One that a component exports.
   *
   * @param provider what exports it
   * @param number the number that its component has for it
   */
  record ExportedResource(Provider provider, int number) implements ForResource {}

  /**
   * A function of the host's.
   *
   * @param implementation what it does
   * @param type what it was written for; null if it takes what comes
   */
  public record Function(HostImplementation implementation, WitType.@Nullable Function type)
      implements ForFunction {}

  /**
   * A core module.
   *
   * @param handle the native object
   * @param owner with whose end the handle is closed: kept
   * @param engine which engine compiled it
   */
  public record Module(NativeHandle handle, Object owner, Object engine) {}

  /**
   * Begins with nothing.
   *
   * @param name the interface's; empty for what components import directly
   */
  public Definitions(String name) {
    this.name = name;
  }

  public String name() {
    return name;
  }

  /**
   * The same, but for the functions, resources and core modules of some names, whether they are
   * defined by themselves or plugged in.
   */
  public Definitions without(Collection<String> items) {
    var other = new Definitions(name);
    other.functions.putAll(functions);
    other.resources.putAll(resources);
    other.modules.putAll(modules);
    other.functions.keySet().removeAll(items);
    other.resources.keySet().removeAll(items);
    other.modules.keySet().removeAll(items);
    other.provider = provider;
    other.notPlugged.addAll(notPlugged);
    other.notPlugged.addAll(items);
    return other;
  }

  /** What is here of an engine, in words: core modules, and what is plugged in. */
  public List<String> boundToEngine() {
    List<String> found = new ArrayList<>();
    String of = name.isEmpty() ? "" : " of " + name;
    modules.keySet().forEach(module -> found.add("the core module " + module + of));
    if (provider != null) {
      found.add(provider.toString());
    }
    return found;
  }

  /**
   * Defines a function.
   *
   * @throws IllegalStateException if it is defined already
   */
  public void define(String function, Function definition) {
    requireNew("function", function, functions.putIfAbsent(function, definition));
  }

  /**
   * Defines a resource.
   *
   * @throws IllegalStateException if it is defined already
   */
  public void define(String resource, HostResource<?> definition) {
    requireNew("resource", resource, resources.putIfAbsent(resource, definition));
  }

  /**
   * Defines a core module.
   *
   * @throws IllegalStateException if it is defined already
   */
  public void define(String module, Module definition) {
    requireNew("core module", module, modules.putIfAbsent(module, definition));
  }

  /**
   * Defines all that isn't defined by itself.
   *
   * @throws IllegalStateException if there is such a definition already
   */
  public void plug(Provider provider) {
    if (this.provider != null && this.provider != provider) {
      throw new IllegalStateException(
          this.provider
              + " is plugged into "
              + (name.isEmpty() ? "the root" : name)
              + " already: "
              + provider
              + " can't be, too");
    }
    this.provider = provider;
    notPlugged.clear();
  }

  private void requireNew(String what, String item, @Nullable Object before) {
    if (before != null) {
      throw new IllegalStateException(
          "the "
              + what
              + " "
              + item
              + " of "
              + (name.isEmpty() ? "the root" : name)
              + " is defined already");
    }
  }

  /** What is defined under a name, in Wasmtime's words; null if nothing is. */
  @Nullable String kindOf(String item) {
    if (functions.containsKey(item)) {
      return "func";
    }
    if (resources.containsKey(item)) {
      return "resource";
    }
    return modules.containsKey(item) ? "module" : null;
  }

  boolean isEmpty() {
    return functions.isEmpty() && resources.isEmpty() && modules.isEmpty() && provider == null;
  }

  /** What is plugged in for something of the interface; null if nothing is. */
  @Nullable Provider provider(String item) {
    return notPlugged.contains(item) ? null : provider;
  }

  @Nullable ForFunction function(String function) {
    return functions.get(function);
  }

  /** What a component exports for an imported function, or null. */
  static @Nullable ForFunction exported(Provider provider, String instance, String function) {
    FunctionCodec found = provider.function(instance, function);
    return found == null ? null : new ExportedFor(provider, found);
  }

  @Nullable ForResource resource(String resource) {
    HostResource<?> defined = resources.get(resource);
    return defined == null ? null : new HostsResource(defined);
  }

  /** What a component exports for an imported resource, or null. */
  static @Nullable ForResource exportedResource(
      Provider provider, String instance, String resource) {
    Integer number = provider.resource(instance, resource);
    return number == null ? null : new ExportedResource(provider, number);
  }

  @Nullable Module module(String module) {
    return modules.get(module);
  }
}
