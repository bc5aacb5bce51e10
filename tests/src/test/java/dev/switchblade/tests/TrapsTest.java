package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.GuestFrame;
import dev.switchblade.Instance;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.TrapCode;
import dev.switchblade.TrapException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guests that trap: the code, the guest's stack, the store that is lost, the JVM that goes on. */
final class TrapsTest {

  static final String TRAPS =
      """
      (component
        (core module $traps
          (memory 1)
          (table 4 funcref)
          (type $nullary (func))
          (type $unary (func (param i32)))
          (elem (i32.const 1) $innocent)
          (func $innocent)
          (func $unreachable unreachable)
          (func $divide (drop (i32.div_u (i32.const 1) (i32.load (i32.const 0)))))
          (func $divide-overflow
            (drop (i32.div_s (i32.const 0x80000000) (i32.sub (i32.load (i32.const 0)) (i32.const 1)))))
          (func $convert (drop (i32.trunc_f32_u (f32.const nan))))
          (func $load (drop (i32.load (i32.const 65533))))
          (func $load-far (drop (i32.load offset=0xfffffff0 (i32.const -1))))
          (func $store (i64.store (i32.const -8) (i64.const 1)))
          (func $copy (memory.copy (i32.const 0) (i32.const 65000) (i32.const 1000)))
          (func $call-null (call_indirect (type $nullary) (i32.const 0)))
          (func $call-wrong (call_indirect (type $unary) (i32.const 5) (i32.const 1)))
          (func $call-beyond (call_indirect (type $nullary) (i32.const 4)))
          (func $outer (call $middle))
          (func $middle (call $unreachable))
          (func $recurse (call $recurse) (call $innocent))
          (export "unreachable" (func $unreachable))
          (export "divide" (func $divide))
          (export "divide-overflow" (func $divide-overflow))
          (export "convert" (func $convert))
          (export "load" (func $load))
          (export "load-far" (func $load-far))
          (export "store" (func $store))
          (export "copy" (func $copy))
          (export "call-null" (func $call-null))
          (export "call-wrong" (func $call-wrong))
          (export "call-beyond" (func $call-beyond))
          (export "outer" (func $outer))
          (export "recurse" (func $recurse))
          (export "innocent" (func $innocent)))
        (core instance $m (instantiate $traps))
        %s)
      """
          .formatted(exports());

  private static String exports() {
    var text = new StringBuilder();
    for (String name :
        List.of(
            "unreachable",
            "divide",
            "divide-overflow",
            "convert",
            "load",
            "load-far",
            "store",
            "copy",
            "call-null",
            "call-wrong",
            "call-beyond",
            "outer",
            "recurse",
            "innocent")) {
      text.append(
          "(func (export \"%s\") (canon lift (core func $m \"%s\")))\n".formatted(name, name));
    }
    return text.toString();
  }

  private static final Component COMPONENT = Guests.wat(TRAPS);

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  @ParameterizedTest
  @CsvSource({
    "unreachable, UNREACHABLE, wasm `unreachable` instruction executed",
    "divide, INTEGER_DIVISION_BY_ZERO, integer divide by zero",
    "divide-overflow, INTEGER_OVERFLOW, integer overflow",
    "convert, BAD_CONVERSION_TO_INTEGER, invalid conversion to integer",
    "load, MEMORY_OUT_OF_BOUNDS, out of bounds memory access",
    "load-far, MEMORY_OUT_OF_BOUNDS, out of bounds memory access",
    "store, MEMORY_OUT_OF_BOUNDS, out of bounds memory access",
    "copy, MEMORY_OUT_OF_BOUNDS, out of bounds memory access",
    "call-null, INDIRECT_CALL_TO_NULL, uninitialized element",
    "call-wrong, BAD_SIGNATURE, indirect call type mismatch",
    "call-beyond, TABLE_OUT_OF_BOUNDS, undefined element: out of bounds table access",
    "recurse, STACK_OVERFLOW, call stack exhausted",
  })
  void trapsHaveACodeAndTheGuestsStack(String function, TrapCode code, String words) {
    try (var store = new Store(Guests.ENGINE)) {
      Instance instance = new Linker(Guests.ENGINE).instantiate(store, COMPONENT);
      Func innocent = instance.func("innocent");
      innocent.call();
      var exception = assertThrows(TrapException.class, instance.func(function)::call);
      assertEquals(code, exception.code());
      assertEquals(
          function + ": wasm trap: " + words,
          exception.getMessage().lines().findFirst().orElse(""));
      GuestFrame innermost = exception.guestTrace().getFirst();
      assertEquals(function, innermost.function());
      assertEquals("traps", innermost.module());
      assertEquals("", innermost.file());
      // The check of the stack belongs to no instruction.
      boolean hasPlace = code != TrapCode.STACK_OVERFLOW;
      assertEquals(hasPlace, innermost.offset().isPresent());
      String frame = "\n    in guest " + function + (hasPlace ? " (traps at 0x" : "");
      assertTrue(exception.getMessage().contains(frame), exception.getMessage());
      assertNull(exception.getCause());
      var lost = assertThrows(IllegalStateException.class, innocent::call);
      assertSame(exception, lost.getCause());
      var refused =
          assertThrows(
              IllegalStateException.class,
              () -> new Linker(Guests.ENGINE).instantiate(store, COMPONENT));
      assertSame(exception, refused.getCause());
    }
  }

  @Test
  void theTraceHasAllFunctionsFromTheInside() {
    try (var store = new Store(Guests.ENGINE)) {
      Instance instance = new Linker(Guests.ENGINE).instantiate(store, COMPONENT);
      var exception = assertThrows(TrapException.class, instance.func("outer")::call);
      assertEquals(
          List.of("unreachable", "middle", "outer"),
          exception.guestTrace().stream().map(GuestFrame::function).toList());
    }
  }

  @Test
  void longTracesAreCutInTheMessage() {
    try (var store = new Store(Guests.ENGINE)) {
      Instance instance = new Linker(Guests.ENGINE).instantiate(store, COMPONENT);
      var exception = assertThrows(TrapException.class, instance.func("recurse")::call);
      assertTrue(exception.guestTrace().size() > 12);
      assertTrue(exception.getMessage().lines().count() < 20, exception.getMessage());
      assertTrue(exception.getMessage().endsWith(" more"), exception.getMessage());
    }
  }

  @Test
  void otherStoresOfTheSameComponentAreUnharmed() {
    try (var pre = new Linker(Guests.ENGINE).instantiatePre(COMPONENT);
        var one = new Store(Guests.ENGINE);
        var other = new Store(Guests.ENGINE)) {
      Instance first = pre.instantiate(one);
      Instance second = pre.instantiate(other);
      assertThrows(TrapException.class, first.func("load")::call);
      second.func("innocent").call();
      assertThrows(TrapException.class, second.func("divide")::call);
    }
  }

  @Test
  void trapsDuringInstantiationNameTheComponent() {
    String text =
        """
        (component
          (core module $m (func $begin unreachable) (start $begin))
          (core instance $m (instantiate $m)))
        """;
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      var exception =
          assertThrows(
              TrapException.class, () -> new Linker(Guests.ENGINE).instantiate(store, component));
      assertEquals(TrapCode.UNREACHABLE, exception.code());
      assertTrue(
          exception.getMessage().startsWith("instantiating component: wasm trap: "),
          exception.getMessage());
    }
  }

  @Test
  void trapsInPostReturnAreTraps() {
    String text =
        """
        (component
          (core module $m
            (func (export "f") (result i32) (i32.const 1))
            (func (export "post") (param i32) unreachable))
          (core instance $m (instantiate $m))
          (func (export "f") (result u32)
            (canon lift (core func $m "f") (post-return (core func $m "post")))))
        """;
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      Func f = new Linker(Guests.ENGINE).instantiate(store, component).func("f");
      var exception = assertThrows(TrapException.class, f::call);
      assertEquals(TrapCode.UNREACHABLE, exception.code());
    }
  }

  @Test
  void callingTheHostFromReallocIsATrap() {
    String text =
        """
        (component
          (import "h" (func $h))
          (core func $lowered (canon lower (func $h)))
          (core module $m
            (import "h" "h" (func $h))
            (memory (export "memory") 1)
            (func (export "realloc") (param i32 i32 i32 i32) (result i32) (call $h) (i32.const 64))
            (func (export "f") (param i32 i32)))
          (core instance $h (export "h" (func $lowered)))
          (core instance $m (instantiate $m (with "h" (instance $h))))
          (func (export "f") (param "x" string)
            (canon lift (core func $m "f") (memory (core memory $m "memory"))
              (realloc (core func $m "realloc")))))
        """;
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE);
      linker.root().func("h", call -> null);
      Func f = linker.instantiate(store, component).func("f");
      var exception = assertThrows(TrapException.class, () -> f.call("text"));
      assertEquals(TrapCode.CANNOT_LEAVE_COMPONENT, exception.code());
    }
  }
}
