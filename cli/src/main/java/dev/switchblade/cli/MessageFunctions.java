package dev.switchblade.cli;

import dev.switchblade.Component;
import dev.switchblade.HostFunction;
import dev.switchblade.Linker;
import dev.switchblade.wit.WitItem;
import dev.switchblade.wit.WitType;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Provides the imports that take a message and return nothing, {@code func(msg: string)}, whatever
 * their names: each prints its own name and the message.
 */
final class MessageFunctions {

  private final Linker linker;
  private final PrintWriter out;
  private final List<String> others = new ArrayList<>();

  MessageFunctions(Linker linker, PrintWriter out) {
    this.linker = linker;
    this.out = out;
  }

  /** Defines what the component imports of that form, in the linker. */
  void provideTo(Component component) {
    provide("", component.imports());
  }

  /** The imported functions of other forms, by interface and name. */
  List<String> others() {
    return List.copyOf(others);
  }

  private void provide(String instance, List<WitItem> imports) {
    for (WitItem item : imports) {
      switch (item) {
        case WitItem.Function(String name, WitType.Function type) when takesMessage(type) ->
            linker.instance(instance).func(name, printer(name));
        case WitItem.Function(String name, _) ->
            others.add(instance.isEmpty() ? name : instance + "#" + name);
        case WitItem.Instance(String name, _) when name.startsWith("wasi:") -> {
          // Provided already.
        }
        case WitItem.Instance(String name, List<WitItem> items) ->
            provide(instance.isEmpty() ? name : instance + "/" + name, items);
        default -> {
          // Types need no provider; whatever else nobody provides, linking says.
        }
      }
    }
  }

  private static boolean takesMessage(WitType.Function type) {
    return !type.async()
        && type.result() == null
        && type.parameters().size() == 1
        && type.parameters().getFirst().type() == WitType.Primitive.STRING;
  }

  private HostFunction printer(String name) {
    return call -> {
      Printable.text(call.string(0)).lines().forEach(line -> out.println(name + ": " + line));
      return null;
    };
  }
}
