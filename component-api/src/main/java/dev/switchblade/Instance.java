package dev.switchblade;

import java.util.Objects;
import java.util.StringJoiner;

/**
 * An instance of a component. It lives in its store, and is used as {@link Store} says.
 *
 * @see <a
 *     href="https://docs.rs/wasmtime/48.0.8/wasmtime/component/struct.Instance.html">wasmtime::component::Instance</a>
 */
public final class Instance {

  private final Store store;
  private final Component component;
  private final int number;

  Instance(Store store, Component component, int number) {
    this.store = store;
    this.component = component;
    this.number = number;
  }

  /**
   * A function that the component exports directly.
   *
   * @param name its name
   * @throws LinkException if there is none of that name, or it has a type that can't cross yet
   */
  public Func func(String name) {
    return func("", name);
  }

  /**
   * A function of an interface that the component exports.
   *
   * @param instance the interface's name with its version, such as {@code acme:shop/carts@1.0.0},
   *     or an empty string for the component's own functions; an interface within an interface is
   *     named after it and a slash
   * @param name the function's name, such as {@code [constructor]cart}
   * @throws LinkException if there is none of that name, or it has a type that can't cross yet
   */
  public Func func(String instance, String name) {
    Objects.requireNonNull(instance, "instance");
    Objects.requireNonNull(name, "name");
    FunctionCodec function = component.exportedFunction(instance, name);
    if (function == null) {
      throw unknown(instance.isEmpty() ? name : instance + "#" + name);
    }
    Linker.requireSupported("exports", component, function);
    return new Func(store, function, (long) number << 32 | function.index());
  }

  private LinkException unknown(String name) {
    var known = new StringJoiner(", ");
    for (FunctionCodec function : component.exportedFunctions()) {
      known.add(function.qualifiedName());
    }
    String exports = known.length() == 0 ? "no functions" : known.toString();
    return new LinkException(
        component + " exports no function " + name + "; it exports " + exports);
  }

  /** The component that this is an instance of. */
  public Component component() {
    return component;
  }

  Store store() {
    return store;
  }

  int number() {
    return number;
  }
}
