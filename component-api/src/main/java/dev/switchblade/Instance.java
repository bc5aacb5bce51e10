package dev.switchblade;

import dev.switchblade.internal.codec.FunctionCodec;
import dev.switchblade.internal.describe.TypeDifferences;
import dev.switchblade.internal.link.ExportedFunction;
import dev.switchblade.internal.link.LinkedInstance;
import dev.switchblade.internal.link.Provider;
import dev.switchblade.internal.link.Replugging;
import dev.switchblade.wit.WitType;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An instance of a component. It lives in its store, and is used as {@link Store} says.
 *
 * @see <a
 *     href="https://docs.rs/wasmtime/48.0.8/wasmtime/component/struct.Instance.html">wasmtime::component::Instance</a>
 */
public final class Instance {

  private final Store store;
  private final Component component;
  private final LinkedInstance linked;

  /** What it is where it is plugged in; made when it is first. */
  private @Nullable Provider provider;

  Instance(Store store, Component component, LinkedInstance linked) {
    this.store = store;
    this.component = component;
    this.linked = linked;
  }

  /** What it is where it is plugged in. */
  synchronized Provider provider() {
    Provider made = provider;
    if (made == null) {
      made = Provider.of(linked, component.engine());
      provider = made;
    }
    return made;
  }

  /**
   * A function that the component exports, by its full name.
   *
   * @param name the function's name if the component exports it directly; otherwise that of its
   *     interface, {@code #}, and its own, as in {@code acme:shop/carts@1.0.0#total}
   * @throws LinkException if there is none of that name, or it has a type that can't cross yet
   * @see #func(String, String)
   */
  public Func func(String name) {
    int separator = name.indexOf('#');
    return separator < 0
        ? func("", name)
        : func(name.substring(0, separator), name.substring(separator + 1));
  }

  /**
   * A function of an interface that the component exports.
   *
   * @param instance the interface's name with its version, such as {@code acme:shop/carts@1.0.0},
   *     or an empty string for the component's own functions; an interface within an interface is
   *     named after it and a slash. If the interface of that version doesn't have the function, or
   *     isn't there, the highest compatible version that has it is taken, as in {@link Linker}
   * @param name the function's name, such as {@code [constructor]cart}
   * @throws LinkException if there is none of that name in any compatible version, or it has a type
   *     that can't cross yet
   */
  public Func func(String instance, String name) {
    Objects.requireNonNull(instance, "instance");
    Objects.requireNonNull(name, "name");
    FunctionCodec function = component.compiled().exportedFunction(instance, name);
    if (function == null) {
      throw unknown(instance, name);
    }
    component.compiled().requireSupported("exports", function);
    return new Func(new ExportedFunction(linked, function, null));
  }

  /**
   * A function of a known type.
   *
   * @param instance the interface's name, as in {@link #func(String, String)}
   * @param name the function's name
   * @param expected the type that the caller was written for
   * @throws LinkException if there is none of that name, or it has another type; the message has
   *     every difference, with its path and both types
   */
  public Func func(String instance, String name, WitType.Function expected) {
    Func found = func(instance, name);
    List<String> differences = TypeDifferences.between(expected, found.type());
    if (!differences.isEmpty()) {
      throw new LinkException(
          component
              + " exports "
              + found
              + " with another type than is expected ("
              + TypeDifferences.count(differences.size())
              + "):\n  "
              + String.join("\n  ", differences),
          differences.stream()
              .map(
                  difference ->
                      new LinkException.Problem(
                          LinkException.Kind.DIFFERENT_EXPORT, instance, name, difference))
              .toList());
    }
    return found;
  }

  /**
   * A core module that the component exports directly.
   *
   * @param name its name
   * @throws LinkException if there is none of that name
   * @throws ClosedException if the store is closed
   * @throws StoreBusyException if a thread is in the store
   * @throws StoreLostException if the store is lost
   */
  public CoreModule module(String name) {
    return module("", name);
  }

  /**
   * A core module of an instance that the component exports.
   *
   * @param instance the instance's very name, with its version if it has one; an instance within an
   *     instance is named after it and a slash
   * @param name the module's name
   * @throws LinkException if there is none of that name
   * @throws ClosedException if the store is closed
   * @throws StoreBusyException if a thread is in the store
   * @throws StoreLostException if the store is lost
   */
  public CoreModule module(String instance, String name) {
    Objects.requireNonNull(instance, "instance");
    Objects.requireNonNull(name, "name");
    return store.module(linked, instance, name);
  }

  /**
   * Replaces what is plugged into this instance, between its calls: another instance in this store
   * serves what it imports of an interface from now on. Nothing is compiled or linked anew, and the
   * instance keeps its memory. What was plugged in before stays in the store.
   *
   * <p>So instances can be plugged into each other in a circle. A call that comes back to an
   * instance which runs ends with a {@link TrapException} whose code is {@link
   * TrapCode#CANNOT_ENTER_COMPONENT}.
   *
   * @param interfaceName the interface as this instance imports it, with its version; empty for
   *     functions that it imports directly. All that is plugged in of it is replaced
   * @param provider another instance in this store, or this one. It must export the functions with
   *     the types that they are imported with; those that take or give handles of resources must
   *     mean the same resources, which are those of the instance that was plugged in: only
   *     resources of the host, of WASI and of a third instance can be the same
   * @throws LinkException if it doesn't; nothing is replaced then
   * @throws IllegalStateException if nothing is plugged in of that interface
   * @throws IllegalArgumentException if the provider is in another store
   * @throws ClosedException if the store is closed
   * @throws StoreBusyException if a thread is in the store
   * @throws StoreLostException if the store is lost
   */
  public void plug(String interfaceName, Instance provider) {
    Objects.requireNonNull(interfaceName, "interfaceName");
    if (provider.store() != store) {
      throw new IllegalArgumentException(
          provider.component() + " was instantiated in another store than " + component);
    }
    store.plug(Replugging.block(linked, interfaceName, provider.provider()));
  }

  private LinkException unknown(String instance, String name) {
    String wanted = FunctionCodec.qualified(instance, name);
    String near = component.compiled().similarFunction(wanted);
    String known =
        component.compiled().description().exportedFunctions().stream()
            .map(FunctionCodec::qualifiedName)
            .collect(Collectors.joining(", "));
    return new LinkException(
        component
            + " exports no function "
            + wanted
            + (near.isEmpty() ? "" : "; did you mean " + near + "?")
            + "; it exports "
            + (known.isEmpty() ? "no functions" : known),
        List.of(
            new LinkException.Problem(
                LinkException.Kind.MISSING_EXPORT, instance, name, "missing")));
  }

  /** The component that this is an instance of. */
  public Component component() {
    return component;
  }

  /** The store that the instance lives in. */
  public Store store() {
    return store;
  }

  /**
   * The instance as this module sees it.
   *
   * @hidden
   */
  @SuppressWarnings("InvalidBlockTag") // @hidden is one
  public LinkedInstance linked() {
    return linked;
  }
}
