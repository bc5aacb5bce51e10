package dev.switchblade.tests;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.HostFunction;
import dev.switchblade.Instance;
import dev.switchblade.Linker;
import dev.switchblade.Resource;
import dev.switchblade.Store;
import dev.switchblade.WasmFeature;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Guests that don't end by themselves, in engines of the two kinds, for tests of what ends them.
 */
final class EndlessGuest {

  /** Where an engine's guests run. */
  @SuppressWarnings("ImmutableEnumChecker") // what it holds is never closed
  enum Kind {
    /** On their thread's stack. */
    PLAIN(Engine.builder().interruptible(true).build()),
    /** On stacks of their own. */
    CONCURRENT(
        Engine.builder()
            .interruptible(true)
            .concurrency(true)
            .feature(WasmFeature.COMPONENT_MODEL_ASYNC_STACKFUL, true)
            .build());

    final Engine engine;
    final Component spinner;
    final Component prober;

    Kind(Engine engine) {
      this.engine = engine;
      this.spinner = engine.compileText(SPINNER);
      this.prober = engine.compile(Guests.file("prober.wasm"));
    }

    /** An instance of {@link #SPINNER}; {@code begun} is called before it loops. */
    Instance spinner(Store store, HostFunction begun) {
      return linker(engine, begun).instantiate(store, spinner);
    }

    Instance prober(Store store) {
      return new Linker(engine).instantiate(store, prober);
    }

    /** Calls what never returns. */
    @Nullable Object call(Store store, Endless what) {
      return what == Endless.LOOP
          ? spinner(store, call -> null).func("spin").call()
          : prober(store).func(what.function).call(what.arguments.toArray());
    }
  }

  /** What never returns. */
  @SuppressWarnings("ImmutableEnumChecker") // the list can't be changed
  enum Endless {
    /** A loop without anything in it. */
    LOOP("spin"),
    SPIN("spin"),
    SLEEP("sleep-for", Long.MAX_VALUE),
    POLL("poll-forever");

    final String function;
    final List<Object> arguments;

    Endless(String function, Object... arguments) {
      this.function = function;
      this.arguments = List.of(arguments);
    }
  }

  /** Tells the host, and loops for ever; and two functions that return. */
  static final String SPINNER =
      """
      (component
        (import "begun" (func $begun))
        (core func $begun-core (canon lower (func $begun)))
        (core module $m
          (import "" "begun" (func $begun))
          (func $spin (export "spin") (call $begun) (loop $again (br $again)))
          (func (export "add") (param i32 i32) (result i32)
            (i32.add (local.get 0) (local.get 1)))
          (func (export "count") (param $to i32) (result i32) (local $i i32)
            (loop $next
              (local.set $i (i32.add (local.get $i) (i32.const 1)))
              (br_if $next (i32.lt_u (local.get $i) (local.get $to))))
            (local.get $i)))
        (core instance $m
          (instantiate $m (with "" (instance (export "begun" (func $begun-core))))))
        (func (export "spin") (canon lift (core func $m "spin")))
        (func (export "add") (param "a" u32) (param "b" u32) (result u32)
          (canon lift (core func $m "add")))
        (func (export "count") (param "to" u32) (result u32)
          (canon lift (core func $m "count"))))
      """;

  /** Its start function tells the host, and loops for ever. */
  static final String STARTS_FOR_EVER =
      """
      (component
        (import "begun" (func $begun))
        (core func $begun-core (canon lower (func $begun)))
        (core module $m
          (import "" "begun" (func $begun))
          (func $begin (call $begun) (loop $again (br $again)))
          (start $begin))
        (core instance
          (instantiate $m (with "" (instance (export "begun" (func $begun-core)))))))
      """;

  /** The destructor of what {@code make} returns tells the host, and loops for ever. */
  static final String DESTROYS_FOR_EVER =
      """
      (component
        (import "begun" (func $begun))
        (core func $begun-core (canon lower (func $begun)))
        (core module $destructor
          (import "" "begun" (func $begun))
          (func (export "destructor") (param i32) (call $begun) (loop $again (br $again))))
        (core instance $destructor
          (instantiate $destructor (with "" (instance (export "begun" (func $begun-core))))))
        (type $thing-here (resource (rep i32) (dtor (core func $destructor "destructor"))))
        (export $thing "thing" (type $thing-here))
        (core func $new (canon resource.new $thing-here))
        (core module $m
          (import "" "new" (func $new (param i32) (result i32)))
          (func (export "make") (result i32) (call $new (i32.const 1))))
        (core instance $m (instantiate $m (with "" (instance (export "new" (func $new))))))
        (func (export "make") (result (own $thing)) (canon lift (core func $m "make"))))
      """;

  /** Waits for a function of the host that may never end. */
  static final String WAITS_FOR_THE_HOST =
      """
      (component
        (import "later" (func $later async (param "x" u32) (result u32)))
        (core func $later-core (canon lower (func $later)))
        (core func $return (canon task.return (result u32)))
        (core module $m
          (import "" "later" (func $later (param i32) (result i32)))
          (import "" "return" (func $return (param i32)))
          (func (export "call-later") (param i32) (call $return (call $later (local.get 0)))))
        (core instance $m (instantiate $m (with "" (instance
          (export "later" (func $later-core)) (export "return" (func $return))))))
        (func (export "call-later") async (param "x" u32) (result u32)
          (canon lift (core func $m "call-later") async)))
      """;

  private EndlessGuest() {}

  /** All that never returns, on all engines: arguments of parameterized tests. */
  static Stream<Arguments> everything() {
    return Stream.of(Kind.values())
        .flatMap(kind -> Stream.of(Endless.values()).map(what -> Arguments.of(kind, what)));
  }

  static Linker linker(Engine engine, HostFunction begun) {
    var linker = new Linker(engine);
    linker.root().func("begun", begun);
    return linker;
  }

  /** Instantiates what never has been. */
  static void start(Kind kind, Store store, HostFunction begun) {
    try (Component component = kind.engine.compileText(STARTS_FOR_EVER)) {
      linker(kind.engine, begun).instantiate(store, component);
    }
  }

  /** Makes what can't be dropped. */
  static Resource make(Kind kind, Store store, HostFunction begun) {
    try (Component component = kind.engine.compileText(DESTROYS_FOR_EVER)) {
      Instance instance = linker(kind.engine, begun).instantiate(store, component);
      return (Resource) Objects.requireNonNull(instance.func("make").call());
    }
  }

  /** Calls what waits for {@code later}. */
  static @Nullable Object await(Store store, CompletableFuture<Integer> later, Runnable begun) {
    Engine engine = Kind.CONCURRENT.engine;
    var linker = new Linker(engine);
    linker
        .root()
        .asyncFunc(
            "later",
            call -> {
              begun.run();
              return later;
            });
    try (Component component = engine.compileText(WAITS_FOR_THE_HOST)) {
      return linker.instantiate(store, component).func("call-later").call(1);
    }
  }
}
