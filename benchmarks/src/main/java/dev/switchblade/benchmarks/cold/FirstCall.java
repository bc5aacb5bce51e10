package dev.switchblade.benchmarks.cold;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Func;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.abi.Call;
import java.nio.file.Path;

/** Everything from nothing to the result of the first call: 42. */
public final class FirstCall {

  private FirstCall() {}

  /**
   * Compiles, instantiates, calls once, prints the result.
   *
   * @param arguments the path of {@code bench.wasm}
   */
  public static void main(String[] arguments) {
    try (Engine engine = Engine.create();
        Component component = engine.compile(Path.of(arguments[0]));
        Store store = new Store(engine)) {
      var linker = new Linker(engine);
      linker.root().funcOverImages("logger", (message, result) -> message.getString(0));
      Func add = linker.instantiate(store, component).func("add");
      try (Call call = add.begin()) {
        call.arguments().putInt(0, 20);
        call.arguments().putInt(4, 22);
        call.invoke();
        System.out.println(call.result().getInt(0));
      }
    }
  }
}
