package dev.switchblade.tests;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.HostFunction;
import dev.switchblade.Instance;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
    component = Guests.wat(text(parameters, result, encoding));
    store = new Store(Guests.ENGINE);
    var linker = new Linker(Guests.ENGINE);
    linker.root().func("h", host);
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
    var type = new StringBuilder();
    List<String> flat = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      GuestType parameter = GuestType.of(parameters.get(i));
      type.append(" (param \"p").append(i).append("\" ").append(parameter.text()).append(')');
      flat.addAll(parameter.flat());
    }
    List<String> flatResult = List.of();
    if (result != null) {
      GuestType returned = GuestType.of(result);
      type.append(" (result ").append(returned.text()).append(')');
      flatResult = returned.flat();
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
