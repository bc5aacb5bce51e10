package dev.switchblade.app.deploy;

import static dev.switchblade.wit.WitType.Primitive.U32;
import static dev.switchblade.wit.WitType.Primitive.U8;
import static dev.switchblade.wit.WitTypes.func;
import static dev.switchblade.wit.WitTypes.list;
import static dev.switchblade.wit.WitTypes.param;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.GuestWorld;
import dev.switchblade.Prepared;
import dev.switchblade.Store;
import dev.switchblade.WorldType;
import dev.switchblade.abi.ExportTypes;
import dev.switchblade.abi.Exports;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** A world as the generator writes one, whose components say which version they are. */
final class Counter extends GuestWorld {

  private static final WorldType<Counter> WORLD =
      WorldType.of(
          Counter::new,
          ExportTypes.builder("Counter", "counter.wit")
              .func("", "version", func(U32))
              .func("", "same", func(U32))
              .func("", "next", func(U32))
              .func("", "save", func(list(U8)))
              .func("", "restore", func(null, param("state", list(U8))))
              .build());

  /** Made once and never closed. */
  static final Engine ENGINE = Engine.create();

  private final Exports exports;

  private Counter(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.exports = exports;
  }

  /** Links a component, with a clock that its {@code next} asks. */
  static Prepared<Counter> prepare(Component component, IntSupplier clock) {
    return WORLD.prepare(component, linker -> linker.root().func("clock", _ -> clock.getAsInt()));
  }

  /** Links a component whose clock stands still. */
  static Prepared<Counter> prepare(Component component) {
    return prepare(component, () -> 0);
  }

  /** A deployment of a version that says so. */
  static Deployment<Counter> deployed(int version) {
    return builder(version).start();
  }

  /** Begins a deployment of a version that says so. */
  static DeploymentBuilder<Counter> builder(int version) {
    try (Component component = compiled(version)) {
      return Deployment.builder(prepare(component));
    }
  }

  static Component compiled(int version) {
    return ENGINE.compile(bytes(version));
  }

  static byte[] bytes(int version) {
    return text(version).getBytes(StandardCharsets.UTF_8);
  }

  static Source source(int version) {
    return Source.of("counter-" + version, bytes(version));
  }

  /** The version is in two core modules, so that a mix would show. */
  static String text(int version) {
    return text(version, "", "");
  }

  /**
   * A component that differs from the others.
   *
   * @param start what runs when it is instantiated
   * @param next what {@code next} does before it counts
   */
  static String text(int version, String start, String next) {
    return """
    (component
      (import "clock" (func $clock (result u32)))
      (core func $clock (canon lower (func $clock)))
      (core module $m
        (import "host" "clock" (func $clock (result i32)))
        (memory (export "memory") 1)
        (global $n (mut i32) (i32.const 0))
        (func $start %2$s)
        (start $start)
        (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const 64))
        (func (export "version") (result i32) (i32.const %1$d))
        (func (export "next") (result i32)
          %3$s
          (drop (call $clock))
          (global.set $n (i32.add (global.get $n) (i32.const 1)))
          (global.get $n))
        (func (export "save") (result i32)
          (i32.store (i32.const 16) (global.get $n))
          (i32.store (i32.const 0) (i32.const 16))
          (i32.store (i32.const 4) (i32.const 4))
          (i32.const 0))
        (func (export "restore") (param i32 i32)
          (if (i32.ne (local.get 1) (i32.const 4)) (then unreachable))
          (global.set $n (i32.load (local.get 0)))))
      (core module $other (func (export "same") (result i32) (i32.const %1$d)))
      (core instance $m (instantiate $m (with "host" (instance (export "clock" (func $clock))))))
      (core instance $other (instantiate $other))
      (func (export "version") (result u32) (canon lift (core func $m "version")))
      (func (export "same") (result u32) (canon lift (core func $other "same")))
      (func (export "next") (result u32) (canon lift (core func $m "next")))
      (func (export "save") (result (list u8))
        (canon lift (core func $m "save") (memory (core memory $m "memory"))))
      (func (export "restore") (param "state" (list u8))
        (canon lift (core func $m "restore") (memory (core memory $m "memory"))
          (realloc (core func $m "realloc")))))
    """
        .formatted(version, start, next);
  }

  private int number(int function) {
    return (int) Objects.requireNonNull(exports.func(function).call());
  }

  /** Which version it is. */
  int version() {
    return number(0);
  }

  /** The same, asked of another part of the component. */
  int same() {
    return number(1);
  }

  /** Counts from 1. */
  int next() {
    return number(2);
  }

  byte[] save() {
    return (byte[]) Objects.requireNonNull(exports.func(3).call());
  }

  void restore(byte[] state) {
    exports.func(4).call((Object) state);
  }
}
