package dev.switchblade.app.deploy;

import static dev.switchblade.wit.WitType.Primitive.U32;
import static dev.switchblade.wit.WitType.Primitive.U8;
import static dev.switchblade.wit.WitTypes.func;
import static dev.switchblade.wit.WitTypes.list;
import static dev.switchblade.wit.WitTypes.param;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.switchblade.Component;
import dev.switchblade.GuestWorld;
import dev.switchblade.Linker;
import dev.switchblade.Prepared;
import dev.switchblade.Store;
import dev.switchblade.WorldType;
import dev.switchblade.abi.ExportTypes;
import dev.switchblade.abi.Exports;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A world as the generator writes one, of two parts: {@code front} exports it and asks {@code
 * back}. Both say which version they are.
 */
final class Pair extends GuestWorld {

  static final String BACK = "acme:pair/back@1.0.0";

  /** For both policies. */
  static final Wiring WIRING = Wiring.export("front").plug("back", "front");

  /** Of {@link #diamond()}, for both policies. */
  static final Wiring DIAMOND =
      Wiring.export("top")
          .plug("left", "top")
          .plug("right", "top")
          .plug("back", "left")
          .plug("back", "right");

  private static final WorldType<Pair> WORLD =
      WorldType.of(
          Pair::new,
          ExportTypes.builder("Pair", "pair.wit")
              .func("", "front", func(U32))
              .func("", "back", func(U32))
              .func("", "next", func(U32))
              .func("", "save", func(list(U8)))
              .func("", "restore", func(null, param("state", list(U8))))
              .build());

  private final Exports exports;

  private Pair(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.exports = exports;
  }

  static Prepared<Pair> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Begins a deployment of both in version 1. */
  static DeploymentBuilder<Pair> builder(PartPolicy policy) {
    return builder(policy, new Linker(Counter.ENGINE), parts(1), WIRING);
  }

  static DeploymentBuilder<Pair> builder(
      PartPolicy policy, Linker host, Map<String, byte[]> parts, Wiring wiring) {
    return Deployment.builder(
        host,
        "pairs",
        parts,
        wiring,
        policy,
        (component, linker) -> Ready.of(prepare(component, linker)));
  }

  static Map<String, byte[]> parts(int version) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("front", newFront(version));
    parts.put("back", newBack(version));
    return parts;
  }

  static byte[] newBack(int version) {
    return backText(version, "").getBytes(UTF_8);
  }

  /**
   * Exports {@link #BACK}.
   *
   * @param start what runs when it is instantiated
   */
  static String backText(int version, String start) {
    return """
    (component
      (core module $m
        (memory 1)
        (global $n (mut i32) (i32.const 0))
        (func $start %2$s)
        (start $start)
        (func (export "version") (result i32) (i32.const %1$d))
        (func (export "next") (result i32)
          (global.set $n (i32.add (global.get $n) (i32.const 1)))
          (global.get $n))
        (func (export "set") (param i32) (global.set $n (local.get 0)))
        (func (export "fail") unreachable))
      (core instance $m (instantiate $m))
      (func $version (result u32) (canon lift (core func $m "version")))
      (func $next (result u32) (canon lift (core func $m "next")))
      (func $set (param "to" u32) (canon lift (core func $m "set")))
      (func $fail (canon lift (core func $m "fail")))
      (instance $i
        (export "version" (func $version))
        (export "next" (func $next))
        (export "set" (func $set))
        (export "fail" (func $fail)))
      (export "acme:pair/back@1.0.0" (instance $i)))
    """
        .formatted(version, start);
  }

  static byte[] newFront(int version) {
    return frontText(version, "").getBytes(UTF_8);
  }

  /**
   * Imports {@link #BACK}, and exports the world.
   *
   * @param start what runs when it is instantiated
   */
  static String frontText(int version, String start) {
    return """
    (component
      (import "acme:pair/back@1.0.0" (instance $back
        (export "version" (func (result u32)))
        (export "next" (func (result u32)))
        (export "set" (func (param "to" u32)))
        (export "fail" (func))))
      (core func $version (canon lower (func $back "version")))
      (core func $next (canon lower (func $back "next")))
      (core func $set (canon lower (func $back "set")))
      (core func $fail (canon lower (func $back "fail")))
      (core module $m
        (import "back" "version" (func $version (result i32)))
        (import "back" "next" (func $next (result i32)))
        (import "back" "set" (func $set (param i32)))
        (import "back" "fail" (func $fail))
        (memory (export "memory") 1)
        (func $start %2$s)
        (start $start)
        (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const 64))
        (func (export "front") (result i32) (i32.const %1$d))
        (func (export "back") (result i32) (call $version))
        (func (export "next") (result i32) (call $next))
        (func (export "fail") (call $fail))
        (func (export "save") (result i32)
          (i32.store (i32.const 16) (i32.sub (call $next) (i32.const 1)))
          (i32.store (i32.const 0) (i32.const 16))
          (i32.store (i32.const 4) (i32.const 4))
          (i32.const 0))
        (func (export "restore") (param i32 i32) (call $set (i32.load (local.get 0)))))
      (core instance $back
        (export "version" (func $version))
        (export "next" (func $next))
        (export "set" (func $set))
        (export "fail" (func $fail)))
      (core instance $m (instantiate $m (with "back" (instance $back))))
      (func (export "front") (result u32) (canon lift (core func $m "front")))
      (func (export "back") (result u32) (canon lift (core func $m "back")))
      (func (export "next") (result u32) (canon lift (core func $m "next")))
      (func (export "fail") (canon lift (core func $m "fail")))
      (func (export "save") (result (list u8))
        (canon lift (core func $m "save") (memory (core memory $m "memory"))))
      (func (export "restore") (param "state" (list u8))
        (canon lift (core func $m "restore") (memory (core memory $m "memory"))
          (realloc (core func $m "realloc")))))
    """
        .formatted(version, start);
  }

  /**
   * Exports {@link #BACK} and imports it: whatever that says its version is, this says 100 more.
   */
  static byte[] filter() {
    return """
    (component
      (import "acme:pair/back@1.0.0" (instance $real
        (export "version" (func (result u32)))
        (export "next" (func (result u32)))))
      (core func $version (canon lower (func $real "version")))
      (core func $next (canon lower (func $real "next")))
      (core module $m
        (import "real" "version" (func $version (result i32)))
        (import "real" "next" (func $next (result i32)))
        (func (export "version") (result i32) (i32.add (call $version) (i32.const 100)))
        (func (export "next") (result i32) (call $next))
        (func (export "set") (param i32))
        (func (export "fail") unreachable))
      (core instance $real
        (export "version" (func $version))
        (export "next" (func $next)))
      (core instance $m (instantiate $m (with "real" (instance $real))))
      (func $v (result u32) (canon lift (core func $m "version")))
      (func $n (result u32) (canon lift (core func $m "next")))
      (func $set (param "to" u32) (canon lift (core func $m "set")))
      (func $fail (canon lift (core func $m "fail")))
      (instance $i
        (export "version" (func $v))
        (export "next" (func $n))
        (export "set" (func $set))
        (export "fail" (func $fail)))
      (export "acme:pair/back@1.0.0" (instance $i)))
    """
        .getBytes(UTF_8);
  }

  /** Counts by {@link #BACK}, and exports that as an interface of another name. */
  static byte[] side(String name) {
    return """
    (component
      (import "acme:pair/back@1.0.0" (instance $back (export "next" (func (result u32)))))
      (core func $next (canon lower (func $back "next")))
      (core module $m
        (import "back" "next" (func $next (result i32)))
        (func (export "next") (result i32) (call $next)))
      (core instance $back (export "next" (func $next)))
      (core instance $m (instantiate $m (with "back" (instance $back))))
      (func $n (result u32) (canon lift (core func $m "next")))
      (instance $i (export "next" (func $n)))
      (export "acme:pair/%s@1.0.0" (instance $i)))
    """
        .formatted(name)
        .getBytes(UTF_8);
  }

  /** Counts by two sides. */
  static byte[] top() {
    return """
    (component
      (import "acme:pair/left@1.0.0" (instance $left (export "next" (func (result u32)))))
      (import "acme:pair/right@1.0.0" (instance $right (export "next" (func (result u32)))))
      (core func $left (canon lower (func $left "next")))
      (core func $right (canon lower (func $right "next")))
      (core module $m
        (import "sides" "left" (func $left (result i32)))
        (import "sides" "right" (func $right (result i32)))
        (func (export "left") (result i32) (call $left))
        (func (export "right") (result i32) (call $right)))
      (core instance $sides (export "left" (func $left)) (export "right" (func $right)))
      (core instance $m (instantiate $m (with "sides" (instance $sides))))
      (func (export "left") (result u32) (canon lift (core func $m "left")))
      (func (export "right") (result u32) (canon lift (core func $m "right"))))
    """
        .getBytes(UTF_8);
  }

  /** Two sides that need the same back, and the top that needs both. */
  static Map<String, byte[]> diamond() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("top", top());
    parts.put("left", side("left"));
    parts.put("right", side("right"));
    parts.put("back", newBack(1));
    return parts;
  }

  private int number(int function) {
    return (int) Objects.requireNonNull(exports.func(function).call());
  }

  /** Which version the front is. */
  int front() {
    return number(0);
  }

  /** Which version the back is, asked by way of the front. */
  int back() {
    return number(1);
  }

  /** Counts from 1, in the back. */
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
