package dev.switchblade.tests;

import dev.switchblade.AsyncHostFunction;
import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Func;
import dev.switchblade.HostFunction;
import dev.switchblade.Instance;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.Store;
import dev.switchblade.abi.ImageFunction;
import dev.switchblade.wit.WitType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A component that exports {@code f}, which hands its arguments on to the import {@code h} of the
 * same type and returns what that returns. So each type is an argument, a parameter of a host
 * function, its result, and a result.
 *
 * <p>The guest knows nothing of the types: it passes core values on.
 */
final class EchoGuest implements AutoCloseable {

  private final Component component;
  private final Store store;
  private final Func f;

  /** {@code f: func(p0: type) -> type}. */
  EchoGuest(String type, HostFunction host) {
    this(List.of(type), type, "utf8", host);
  }

  EchoGuest(List<String> parameters, @Nullable String result, String encoding, HostFunction host) {
    this(root -> root.func("h", host), text(parameters, result, encoding));
  }

  EchoGuest(List<String> parameters, @Nullable String result, String encoding, ImageFunction host) {
    this(root -> root.funcOverImages("h", host), text(parameters, result, encoding));
  }

  private EchoGuest(Consumer<LinkerInstance> host, String text) {
    this(Guests.ENGINE, host, text);
  }

  /**
   * {@code f: async func(p0: type) -> type}, lifted asynchronously: it runs on a fiber, hands its
   * argument to {@code h}, which waits there for Java, and returns the argument by {@code
   * task.return}.
   *
   * @param engine has concurrency support, and functions with stacks of their own
   */
  static EchoGuest onFiber(Engine engine, String type, String encoding, AsyncHostFunction host) {
    return new EchoGuest(engine, root -> root.asyncFunc("h", host), asyncText(type, encoding));
  }

  private EchoGuest(Engine engine, Consumer<LinkerInstance> host, String text) {
    component = engine.compileText(text);
    store = new Store(engine);
    var linker = new Linker(engine);
    host.accept(linker.root());
    Instance instance = linker.instantiate(store, component);
    f = instance.func("f");
  }

  Func f() {
    return f;
  }

  @Nullable Object call(@Nullable Object... arguments) {
    return f.call(arguments);
  }

  @Override
  public void close() {
    store.close();
    component.close();
  }

  /** The text of the component. */
  static String text(List<String> parameters, @Nullable String result, String encoding) {
    var types = new GuestTypes();
    var type = new StringBuilder();
    List<String> flat = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      WitType parameter = WitParser.parse(parameters.get(i));
      type.append(" (param \"p").append(i).append("\" ").append(types.text(parameter)).append(')');
      flat.addAll(CanonicalAbi.flat(parameter));
    }
    List<String> flatResult = List.of();
    if (result != null) {
      WitType returned = WitParser.parse(result);
      type.append(" (result ").append(types.text(returned)).append(')');
      flatResult = CanonicalAbi.flat(returned);
    }
    if (flat.size() > 16) {
      flat = List.of("i32");
    }
    boolean inMemory = flatResult.size() > 1;
    String core = flat.isEmpty() ? "" : "(param " + String.join(" ", flat) + ")";
    String coreResult = flatResult.isEmpty() ? "" : inMemory ? "i32" : flatResult.getFirst();
    String postParameter = coreResult.isEmpty() ? "" : "(param " + coreResult + ")";
    String lowered =
        inMemory
            ? core + " (param i32)"
            : core + (coreResult.isEmpty() ? "" : " (result " + coreResult + ")");
    var values = new StringBuilder();
    for (int i = 0; i < flat.size(); i++) {
      values.append(" (local.get ").append(i).append(')');
    }
    String body =
        inMemory
            ? "(call $h" + values + " (i32.const 1024)) (i32.const 1024)"
            : "(call $h" + values + ")";
    return String.join(
        "\n",
        "(component",
        types.definitions(),
        "(import \"h\" (func $h" + type + "))",
        Guests.LIBC,
        "(core func $lowered (canon lower (func $h) "
            + Guests.WITH_LIBC
            + " string-encoding="
            + encoding
            + "))",
        "(core module $m",
        "  (import \"h\" \"h\" (func $h " + lowered + "))",
        "  (import \"libc\" \"reset\" (func $reset))",
        "  (func (export \"f\") "
            + core
            + (coreResult.isEmpty() ? "" : " (result " + coreResult + ")")
            + " "
            + body
            + ")",
        "  (func (export \"post\") " + postParameter + " (call $reset)))",
        "(core instance $h (export \"h\" (func $lowered)))",
        "(core instance $m (instantiate $m (with \"h\" (instance $h)) (with \"libc\" (instance"
            + " $libc))))",
        "(func (export \"f\")" + type,
        "  (canon lift (core func $m \"f\") " + Guests.WITH_LIBC,
        "    (post-return (core func $m \"post\")) string-encoding=" + encoding + ")))");
  }

  private static String asyncText(String type, String encoding) {
    var types = new GuestTypes();
    WitType value = WitParser.parse(type);
    String named = types.text(value);
    List<String> flat = CanonicalAbi.flat(value);
    // The result of the import, and whether it goes to memory. It is dropped.
    String coreResult =
        flat.size() > 1
            ? " (param i32)"
            : flat.isEmpty() ? "" : " (result " + flat.getFirst() + ")";
    String pointer = flat.size() > 1 ? " (i32.const 1024)" : "";
    String drop = flat.size() == 1 ? "(drop " : "(block ";
    // Parameters of a function and those of task.return have one limit.
    List<String> passed = flat.size() > 16 ? List.of("i32") : flat;
    String core = passed.isEmpty() ? "" : "(param " + String.join(" ", passed) + ")";
    var values = new StringBuilder();
    for (int i = 0; i < passed.size(); i++) {
      values.append(" (local.get ").append(i).append(')');
    }
    String options = Guests.WITH_LIBC + " string-encoding=" + encoding;
    String memory = "(memory (core memory $libc \"memory\")) string-encoding=" + encoding;
    return """
    (component
      %s
      (import "h" (func $h async (param "p0" %s) (result %s)))
      %s
      (core func $lowered (canon lower (func $h) %s))
      (core func $return (canon task.return (result %s) %s))
      (core module $m
        (import "h" "h" (func $h %s%s))
        (import "h" "return" (func $return %s))
        (import "libc" "reset" (func $reset))
        (func (export "f") %s
          %s(call $h%s%s))
          (call $return%s)
          (call $reset)))
      (core instance $h (export "h" (func $lowered)) (export "return" (func $return)))
      (core instance $m
        (instantiate $m (with "h" (instance $h)) (with "libc" (instance $libc))))
      (func (export "f") async (param "p0" %s) (result %s)
        (canon lift (core func $m "f") async %s)))
    """
        .formatted(
            types.definitions(),
            named,
            named,
            Guests.LIBC,
            options,
            named,
            memory,
            core,
            coreResult,
            core,
            core,
            drop,
            values,
            pointer,
            values,
            named,
            named,
            options);
  }

  /** A host function that records its argument and returns it. */
  static HostFunction returningFirst(List<Object> seen) {
    return call -> {
      Object value = call.argument(0);
      seen.add(value);
      return value;
    };
  }

  /** A list of equal elements. */
  static <T> List<T> times(int count, T value) {
    return Collections.nCopies(count, value);
  }
}
