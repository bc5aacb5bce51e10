package dev.switchblade.internal.link;

import dev.switchblade.HostResource;
import dev.switchblade.internal.ffi.NativeHandle;
import dev.switchblade.wit.WitType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The functions, resources and core modules that a host provides under the name of one interface,
 * or directly.
 */
public final class Definitions {

  private final String name;
  private final Map<String, Function> functions = new HashMap<>();
  private final Map<String, HostResource<?>> resources = new HashMap<>();
  private final Map<String, Module> modules = new HashMap<>();

  /**
   * A function.
   *
   * @param implementation what it does
   * @param type what it was written for; null if it takes what comes
   */
  public record Function(HostImplementation implementation, WitType.@Nullable Function type) {}

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

  String name() {
    return name;
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
    return functions.isEmpty() && resources.isEmpty() && modules.isEmpty();
  }

  @Nullable Function function(String function) {
    return functions.get(function);
  }

  @Nullable HostResource<?> resource(String resource) {
    return resources.get(resource);
  }

  @Nullable Module module(String module) {
    return modules.get(module);
  }
}
