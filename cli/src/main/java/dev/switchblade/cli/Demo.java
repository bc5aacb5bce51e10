package dev.switchblade.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.switchblade.Component;
import dev.switchblade.Composition;
import dev.switchblade.Engine;
import dev.switchblade.GuestException;
import dev.switchblade.Instance;
import dev.switchblade.Limits;
import dev.switchblade.Linker;
import dev.switchblade.Result;
import dev.switchblade.Store;
import dev.switchblade.WitRecord;
import dev.switchblade.app.deploy.Deployment;
import dev.switchblade.app.deploy.OpenInstance;
import dev.switchblade.app.deploy.Ready;
import dev.switchblade.cli.calculator.Calculator;
import dev.switchblade.cli.calculator.calc.Calc;
import dev.switchblade.cli.calculator.calc.Error;
import dev.switchblade.cli.processor.DataProcessor;
import dev.switchblade.wit.Wave;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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
    narrator.say("WebAssembly components as Java sees them. What follows is real: components");
    narrator.say("in Rust and C, compiled and run in this process while you read.");
    byte[] file = ShownCode.resource("processor.wasm");
    long start = System.nanoTime();
    try (Component processor = engine.compile(file)) {
      long nanoseconds = System.nanoTime() - start;
      describe(processor, file.length, nanoseconds);
      process(processor);
      calculate();
      trap();
      limit(processor);
      composeAndSwap();
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
    narrator.heading("Java calls it by a class that is generated from that WIT");
    narrator.say("Bytes go in, bytes come out. It can log, because it is handed a logger; nothing");
    narrator.say("else on this machine exists for it: no file, no network, no clock.");
    narrator.code(code.part("process"));
    byte[] payload = "Hello, component!".getBytes(UTF_8);
    // show process
    try (var instance =
        DataProcessor.instantiate(processor, message -> print("logger, in Java: " + message))) {
      byte[] inverted = instance.process(payload);
      // end
      byte[] back = instance.process(inverted);
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
    try (Component component = engine.compile(ShownCode.resource("calculator.wasm"));
        var calculator = Calculator.instantiate(component)) {
      Calc calc = calculator.calc();
      narrator.heading("Errors are values, of types that the compiler knows");
      narrator.say("The WIT says `result<string, error>`, and which errors there are:");
      narrator.code(code.part("sum"));
      print(describeSum(calc, "1 + 2 + 39"));
      print(describeSum(calc, "1 + two"));

      narrator.heading("A call costs little");
      narrator.say(
          "Machine code on both sides, and nothing but the bytes of the arguments between.");
      narrator.code(code.part("add"));
      int calls = 1_000_000;
      count(calc, calls);
      long start = System.nanoTime();
      int total = count(calc, calls);
      long each = (System.nanoTime() - start) / calls;
      print(
          String.format(
              Locale.ROOT, "%,d calls, %s each; total = %,d", calls, Elapsed.text(each), total));
      callByName(component);
    }
  }

  private static String describeSum(Calc calc, String input) {
    // show sum
    return switch (calc.processData(input)) {
      case Result.Ok(String sum) -> "the sum is " + sum;
      case Result.Err(Error.NotANumber(String term)) -> term + " is no number";
      case Result.Err(Error error) -> "no sum: " + error;
    };
    // end
  }

  private static int count(Calc calc, int calls) {
    // show add
    int total = 0;
    for (int i = 0; i < calls; i++) {
      total = calc.add(total, 1);
    }
    // end
    return total;
  }

  private void callByName(Component component) {
    narrator.heading("The same without generated code");
    narrator.say("A program that learns of its components at run time calls them by name, with");
    narrator.say("Java's own types, or with text in WAVE, the notation of component values.");
    narrator.say("`switchblade run --invoke` is the last line:");
    narrator.code(code.part("names") + "\n" + code.part("wave"));
    // show names
    var linker = new Linker(engine);
    try (var store = new Store(engine)) {
      Instance instance = linker.instantiate(store, component);
      Object three = instance.func("acme:calculator/calc@1.0.0", "add").call(1, 2);
      // end
      print(three);
      wave(instance, "process-data(\"1 + 2 + 39\")");
      wave(instance, "process-data(\"1 + two\")");
    }
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

  private void composeAndSwap() {
    narrator.heading("Components are plugged into each other, and replaced while they are called");
    narrator.say("A processor asks an auth who may do what. They become one component: no socket,");
    narrator.say("nothing serialised, and neither can reach the memory of the other. Two threads");
    narrator.say(
        "call it, while an auth that was written in C takes the place of the one in Rust:");
    narrator.code(code.part("compose") + "\n\n" + code.part("ask") + "\n\n" + code.part("swap"));
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("auth", ShownCode.resource("auth.wasm"));
    parts.put("processor", ShownCode.resource("auth-processor.wasm"));
    byte[] inC = ShownCode.resource("auth-c.wasm");
    // show swap
    try (var app = Deployment.builder(engine, "app", parts, Demo::compose, this::link).start();
        var callers = new Callers(2, () -> ask(app))) {
      callers.makeAtLeast(1_000);
      print(ask(app));
      app.upgrade("auth", inC); // composed, compiled, compared, tried, and switched to
      print(ask(app));
      // end
      callers.makeAtLeast(1_000);
      callers.stop();
      print(String.format(Locale.ROOT, "%,d calls, none failed", callers.calls()));
      narrator.say("");
      narrator.say("An auth that fails ends the call that it fails in, and nothing else:");
      narrator.code(code.part("crash"));
      crash(app);
      print(ask(app));
    }
  }

  private static Component compose(Engine engine, Map<String, byte[]> parts) {
    // show compose
    return Composition.of(engine)
        .add("auth", parts.get("auth"))
        .add("processor", parts.get("processor"))
        .plug("auth", "processor") // all that the one exports and the other imports
        .export("processor")
        .compile();
    // end
  }

  private Ready<OpenInstance> link(Component component) {
    return Ready.of(new Linker(engine).instantiatePre(component), engine);
  }

  private static @Nullable Object ask(Deployment<OpenInstance> app) {
    // show ask
    try (var instance = app.instance()) { // of the version of this moment, to the end
      var request = WitRecord.of("token", "ada:4711", "action", "read");
      return instance.func("acme:auth/requests@1.0.0", "handle").call(request);
    }
    // end
  }

  private void crash(Deployment<OpenInstance> app) {
    // show crash
    try (var instance = app.instance()) {
      instance.func("acme:auth/requests@1.0.0", "crash").call("out of ideas");
    } catch (GuestException e) {
      print(e.getMessage()); // with the part that it happened in
    }
    // end
  }
}
