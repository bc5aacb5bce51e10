package dev.switchblade.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Func;
import dev.switchblade.GuestException;
import dev.switchblade.Instance;
import dev.switchblade.Limits;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.wit.Wave;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The story that {@code switchblade demo} tells. All it prints is computed while it is told. */
final class Demo {

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

  private static final String DIVIDER =
      """
      (component
        (core module $divider
          (func $divide (export "divide") (param i32 i32) (result i32)
            (i32.div_u (local.get 0) (local.get 1))))
        (core instance $divider (instantiate $divider))
        (func (export "divide") (param "a" u32) (param "b" u32) (result u32)
          (canon lift (core func $divider "divide"))))
      """;

  private final Narrator narrator;
  private final ShownCode code = ShownCode.ofDemo();
  private final Engine engine;

  Demo(Narrator narrator, Engine engine) {
    this.narrator = narrator;
    this.engine = engine;
  }

  /** Tells it all. */
  void tell() {
    narrator.say("WebAssembly components as Java sees them. What follows is real: two components");
    narrator.say("written in Rust, compiled and run in this process while you read.");
    byte[] file = ShownCode.resource("processor.wasm");
    long start = System.nanoTime();
    try (Component processor = engine.compile(file)) {
      long nanoseconds = System.nanoTime() - start;
      describe(processor, file.length, nanoseconds);
      process(processor);
      calculate();
      trap();
      limit(processor);
    }
    narrator.say("");
    narrator.say("That was it. With a component of yours:");
    narrator.code(
        "switchblade inspect FILE\nswitchblade run FILE --invoke 'function(\"argument\")'");
  }

  private void print(@Nullable Object value) {
    narrator.output(String.valueOf(value));
  }

  private void describe(Component processor, int size, long nanoseconds) {
    narrator.heading("A component says what it needs and what it offers");
    narrator.say(
        "processor.wasm, "
            + (size + 512) / 1024
            + " KiB, became machine code in "
            + Elapsed.text(nanoseconds)
            + ". Its world, in WIT:");
    narrator.code(code.part("describe"));
    // show describe
    print(processor.wit());
    // end
  }

  private void process(Component processor) {
    narrator.heading("Java provides the logger, bytes go in, bytes come out");
    narrator.say("It can log, because it is handed a logger; nothing else on this machine exists");
    narrator.say("for it: no file, no network, no clock.");
    narrator.code(code.part("process"));
    try (var store = new Store(engine)) {
      byte[] payload = "Hello, component!".getBytes(UTF_8);
      // show process
      var linker = new Linker(engine);
      linker.root().func("logger", call -> log(call.string(0)));

      Instance instance = linker.instantiate(store, processor);
      byte[] inverted = (byte[]) instance.func("process").call(payload);
      // end
      byte[] back = (byte[]) instance.func("process").call(inverted);
      print("payload   " + HEX.formatHex(payload) + "  " + new String(payload, UTF_8));
      print("inverted  " + HEX.formatHex(inverted));
      print("and back  " + HEX.formatHex(back) + "  " + new String(back, UTF_8));
    }
  }

  private @Nullable Object log(String message) {
    print("logger, in Java: " + message);
    return null;
  }

  private void calculate() {
    try (Component calculator = engine.compile(ShownCode.resource("calculator.wasm"));
        var store = new Store(engine)) {
      Instance instance = new Linker(engine).instantiate(store, calculator);
      narrator.heading("A call costs little");
      narrator.say(
          "Machine code on both sides, and nothing but the bytes of the arguments between.");
      Func add = instance.func("acme:calculator/calc@1.0.0", "add");
      narrator.code(code.part("add"));
      int calls = 1_000_000;
      sum(add, calls);
      long start = System.nanoTime();
      int total = sum(add, calls);
      long each = (System.nanoTime() - start) / calls;
      print(
          String.format(
              Locale.ROOT, "%,d calls, %s each; total = %,d", calls, Elapsed.text(each), total));

      narrator.heading("Values as text, and errors as values");
      narrator.say("A component's `result` is a value, in Java and in WAVE, the text notation of");
      narrator.say("component values. `switchblade run --invoke` is this line:");
      narrator.code(code.part("wave"));
      wave(instance, "process-data(\"1 + 2 + 39\")");
      wave(instance, "process-data(\"1 + two\")");
    }
  }

  private static int sum(Func add, int calls) {
    // show add
    int total = 0;
    for (int i = 0; i < calls; i++) {
      total = (int) add.call(total, 1);
    }
    // end
    return total;
  }

  private void wave(Instance instance, String call) {
    print("> " + call);
    // show wave
    print(Wave.call(instance, call));
    // end
  }

  private void trap() {
    narrator.heading("A component that fails takes nothing with it");
    narrator.say("A component from a string this time, which divides without looking. The trap");
    narrator.say("is an exception, the store it happened in is lost, the next one is as new:");
    narrator.code(code.part("trap"));
    try (Component divider = engine.compileText(DIVIDER)) {
      print(divide(divider, 84, 0));
      print(divide(divider, 84, 2));
    }
  }

  private Object divide(Component divider, int a, int b) {
    // show trap
    try (var store = new Store(engine)) {
      return new Linker(engine).instantiate(store, divider).func("divide").call(a, b);
    } catch (GuestException e) {
      return e.getMessage();
    }
    // end
  }

  private void limit(Component processor) {
    narrator.heading("And it gets as much memory as it is given");
    narrator.say("4 MiB, and a payload of 8 MiB. It asks for more, is refused, and gives up:");
    narrator.code(code.part("limit"));
    var linker = new Linker(engine);
    linker.root().func("logger", call -> log(call.string(0)));
    byte[] payload = new byte[8 << 20];
    // show limit
    Limits limits = Limits.defaults().withMemoryBytes(4 << 20);
    try (var store = new Store(engine, limits)) {
      linker.instantiate(store, processor).func("process").call(payload);
    } catch (GuestException e) {
      print(e.getMessage());
    }
    // end
  }
}
