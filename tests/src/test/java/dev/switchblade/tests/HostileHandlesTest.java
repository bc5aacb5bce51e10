package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.Instance;
import dev.switchblade.Linker;
import dev.switchblade.Resource;
import dev.switchblade.Store;
import dev.switchblade.TrapCode;
import dev.switchblade.TrapException;
import dev.switchblade.tests.Shop.Cart;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guests that pass handles which they don't have, or not any more, or not of that kind. */
final class HostileHandlesTest {

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
    try (var shop = Shop.open()) {
      assertEquals(5, shop.call("buy", 5));
      assertEquals(shop.made(), shop.destroyed());
    }
  }

  private static void assertTraps(
      Func f, String start, String said, @Nullable Object... arguments) {
    var exception = assertThrows(TrapException.class, () -> f.call(arguments));
    String message = exception.getMessage();
    assertEquals(TrapCode.CANONICAL_ABI, exception.code(), message);
    assertTrue(message.startsWith(f.name() + ": " + start), message);
    assertTrue(message.contains(said), message);
    var lost = assertThrows(IllegalStateException.class, () -> f.call(arguments));
    assertSame(exception, lost.getCause());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 77, 1 << 28, 1 << 30, Integer.MAX_VALUE, Integer.MIN_VALUE, -1})
  void handlesThatDoNotExist(int handle) {
    String unsigned = Integer.toUnsignedString(handle);
    String said = "the guest passed the handle " + unsigned;
    try (var shop = Shop.open()) {
      assertTraps(shop.func("return-number"), "result: ", said, handle);
    }
    try (var shop = Shop.open()) {
      assertTraps(shop.func("pay-number"), "a host function's argument 0: ", said, handle);
      assertEquals(List.of(), shop.paid());
    }
    try (var shop = Shop.open()) {
      assertTraps(shop.func("look-at-number"), "a host function's argument 0: ", said, handle);
    }
    try (var shop = Shop.open()) {
      assertTraps(shop.func("drop-number"), "", "handle", handle);
    }
  }

  /** The store's own numbers for objects are not what guests know. */
  @Test
  void guessingDoesNotFindWhatAnotherInstanceHolds() {
    var shop = Shop.open();
    try (shop) {
      var cart = new Cart(5);
      shop.instantiate(CartGuest.COMPONENT).func("keep").call(cart);
      assertTraps(shop.func("return-number"), "result: ", "the handle 1", 1);
      assertEquals(List.of(), shop.destroyed());
    }
    assertEquals(1, shop.destroyed().size());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "drop-twice, unknown handle index 1, ''",
    "drop-borrowed-twice, unknown handle index 1, ''",
    "pay-twice, a host function's argument 0: the guest passed the handle 1, unknown handle",
    "pay-and-look, a host function's argument 0: the guest passed the handle 1, unknown handle",
    "own-and-borrow-one, a host function's argument 1: the guest, unknown handle",
    "borrow-and-own-one, a host function's argument 1: the guest, while borrowed",
    "pay-one-as-two, a host function's argument 0[1]: the guest, unknown handle",
    "pay-borrowed, a host function's argument 0: the guest, from a borrow",
    "steal, borrow handles still remain, ''",
    "keep-borrowed, borrow handles still remain, ''",
  })
  void handlesThatAreUsedAgainstTheRules(String function, String start, String said) {
    var shop = Shop.open();
    var cart = new Cart(5);
    try (shop) {
      assertTraps(shop.func(function), start, said, cart);
    }
    // Whatever became of it, it has not become two.
    assertTrue(shop.destroyed().size() + shop.paid().size() <= 1);
    boolean owned = !function.contains("borrowed") && !function.equals("steal");
    assertEquals(owned ? 1 : 0, shop.destroyed().size() + shop.paid().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"look-at-kept", "drop-kept", "pay-kept", "give-back"})
  void handlesThatAreUsedAfterTheyWereGivenUp(String function) {
    for (String first : List.of("drop-kept", "pay-kept", "give-back")) {
      try (var shop = Shop.open()) {
        var cart = new Cart(5);
        shop.call("keep", cart);
        shop.call(first);
        assertTraps(shop.func(function), "", "unknown handle index 1");
        assertEquals(first.equals("drop-kept") ? 1 : 0, shop.destroyed().size());
        assertEquals(first.equals("pay-kept") ? 1 : 0, shop.paid().size());
      }
    }
  }

  @Test
  void borrowedHandlesEndWithTheCall() {
    try (var shop = Shop.open()) {
      assertEquals(5, shop.call("look", new Cart(5)));
      // Its place was the first.
      assertTraps(shop.func("look-at-number"), "a host function's argument 0: ", "handle 1", 1);
    }
  }

  private static Arguments hostile(String what, String type, String body, String path) {
    return Arguments.of(what, type, body, path);
  }

  /** Results of a component that implements two resources: $good is a counter, $other a stamp. */
  static Stream<Arguments> results() {
    String second =
        "(i32.store (i32.const 16) (i32.const %d)) (i32.store (i32.const 20) %s) (i32.const 16)";
    String list =
        """
        (i32.store (i32.const 16) (i32.const 32)) (i32.store (i32.const 20) (i32.const 2))
        (i32.store (i32.const 32) (local.get $good)) (i32.store (i32.const 36) %s)
        (i32.const 16)
        """;
    Stream.Builder<Arguments> all = Stream.builder();
    for (String bad : List.of("(i32.const 77)", "(i32.const -1)", "(local.get $other)")) {
      all.add(hostile(bad, "(own $counter)", bad, "result"));
      all.add(hostile(bad, "$entry", bad, "result.item"));
      all.add(hostile(bad, "(list (own $counter))", list.formatted(bad), "result[1]"));
      all.add(hostile(bad, "(option (own $counter))", second.formatted(1, bad), "result.some"));
      all.add(hostile(bad, "(result (own $counter))", second.formatted(0, bad), "result.ok"));
      all.add(
          hostile(
              bad, "(result u32 (error (own $counter)))", second.formatted(1, bad), "result.err"));
      all.add(hostile(bad, "(tuple u32 (own $counter))", second.formatted(1, bad), "result.1"));
      all.add(hostile(bad, "$choice", second.formatted(1, bad), "result.that"));
    }
    all.add(
        hostile(
            "one twice",
            "(list (own $counter))",
            list.formatted("(local.get $good)"),
            "result[1]"));
    all.add(
        hostile(
            "one twice",
            "(tuple (own $counter) (own $counter))",
            "(i32.store (i32.const 16) (local.get $good))"
                + " (i32.store (i32.const 20) (local.get $good))"
                + " (i32.const 16)",
            "result.1"));
    return all.build();
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("results")
  void handlesOfResourcesThatTheGuestImplements(
      String what, String type, String body, String path) {
    String text =
        """
        (component
          (type $counter-here (resource (rep i32)))
          (export $counter "counter" (type $counter-here))
          (type $stamp-here (resource (rep i32)))
          (export $stamp "stamp" (type $stamp-here))
          (type $entry-here (record (field "item" (own $counter))))
          (export $entry "entry" (type $entry-here))
          (type $choice-here (variant (case "this") (case "that" (own $counter))))
          (export $choice "choice" (type $choice-here))
          (core func $new (canon resource.new $counter-here))
          (core func $new-stamp (canon resource.new $stamp-here))
          (core module $m
            (import "new" "counter" (func $new (param i32) (result i32)))
            (import "new" "stamp" (func $new-stamp (param i32) (result i32)))
            (memory (export "memory") 1)
            (func (export "f") (result i32) (local $good i32) (local $other i32)
              (local.set $good (call $new (i32.const 5)))
              (local.set $other (call $new-stamp (i32.const 6)))
              %s))
          (core instance $new
            (export "counter" (func $new)) (export "stamp" (func $new-stamp)))
          (core instance $m (instantiate $m (with "new" (instance $new))))
          (func (export "f") (result %s)
            (canon lift (core func $m "f") (memory (core memory $m "memory")))))
        """
            .formatted(body, type);
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      Func f = new Linker(Guests.ENGINE).instantiate(store, component).func("f");
      assertTraps(f, path + ": ", "the guest passed the handle ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(drop (call $rep (i32.const 77)))",
        "(drop (call $rep (i32.const -1)))",
        "(drop (call $rep (call $new-stamp (i32.const 1))))",
        "(call $drop (i32.const 77))",
        "(call $drop (i32.const 0))",
        "(call $drop (call $new-stamp (i32.const 1)))",
        "(local.set 0 (call $new (i32.const 1))) (call $drop (local.get 0))"
            + " (call $drop (local.get 0))",
        "(local.set 0 (call $new (i32.const 1))) (call $drop (local.get 0))"
            + " (drop (call $rep (local.get 0)))",
      })
  void handlesThatTheGuestItselfUses(String body) {
    String text =
        """
        (component
          (type $counter (resource (rep i32)))
          (type $stamp (resource (rep i32)))
          (core func $new (canon resource.new $counter))
          (core func $rep (canon resource.rep $counter))
          (core func $drop (canon resource.drop $counter))
          (core func $new-stamp (canon resource.new $stamp))
          (core module $m
            (import "counter" "new" (func $new (param i32) (result i32)))
            (import "counter" "rep" (func $rep (param i32) (result i32)))
            (import "counter" "drop" (func $drop (param i32)))
            (import "counter" "new-stamp" (func $new-stamp (param i32) (result i32)))
            (func (export "f") (local i32) %s))
          (core instance $functions
            (export "new" (func $new)) (export "rep" (func $rep)) (export "drop" (func $drop))
            (export "new-stamp" (func $new-stamp)))
          (core instance $m (instantiate $m (with "counter" (instance $functions))))
          (func (export "f") (canon lift (core func $m "f"))))
        """
            .formatted(body);
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      assertTraps(new Linker(Guests.ENGINE).instantiate(store, component).func("f"), "", "handle");
    }
  }

  /** A component that implements counters, and one that gets them from it. */
  private static final String TWO_COMPONENTS =
      """
      (component
        (component $maker
          (type $counter-here (resource (rep i32)))
          (export $counter "counter" (type $counter-here))
          (core func $new (canon resource.new $counter-here))
          (core module $m
            (import "counter" "new" (func $new (param i32) (result i32)))
            (func (export "make") (param i32) (result i32) (call $new (local.get 0)))
            (func (export "get") (param i32) (result i32) (local.get 0)))
          (core instance $functions (export "new" (func $new)))
          (core instance $m (instantiate $m (with "counter" (instance $functions))))
          (func (export "make") (param "number" u32) (result (own $counter))
            (canon lift (core func $m "make")))
          (func (export "get") (param "counter" (borrow $counter)) (result u32)
            (canon lift (core func $m "get"))))
        (instance $maker (instantiate $maker))
        (alias export $maker "counter" (type $counter))
        (component $user
          (import "counter" (type $counter (sub resource)))
          (import "get" (func $get (param "counter" (borrow $counter)) (result u32)))
          (core func $get (canon lower (func $get)))
          (core func $drop (canon resource.drop $counter))
          (core module $m
            (import "counter" "get" (func $get (param i32) (result i32)))
            (import "counter" "drop" (func $drop (param i32)))
            (func (export "use") (param i32) (result i32)
              (call $get (local.get 0))
              (call $drop (local.get 0)))
            (func (export "keep") (param i32) (result i32) (call $get (local.get 0)))
            (func (export "echo") (param i32) (result i32) (local.get 0))
            (func (export "drop-first") (param i32) (result i32)
              (call $drop (local.get 0))
              (call $get (local.get 0))))
          (core instance $functions (export "get" (func $get)) (export "drop" (func $drop)))
          (core instance $m (instantiate $m (with "counter" (instance $functions))))
          (func (export "use") (param "counter" (borrow $counter)) (result u32)
            (canon lift (core func $m "use")))
          (func (export "keep") (param "counter" (borrow $counter)) (result u32)
            (canon lift (core func $m "keep")))
          (func (export "drop-first") (param "counter" (borrow $counter)) (result u32)
            (canon lift (core func $m "drop-first")))
          (func (export "steal") (param "counter" (borrow $counter)) (result (own $counter))
            (canon lift (core func $m "echo")))
          (func (export "pass-on") (param "counter" (own $counter)) (result (own $counter))
            (canon lift (core func $m "echo"))))
        (instance $user (instantiate $user
          (with "counter" (type $counter))
          (with "get" (func $maker "get"))))
        (export $exported "counter" (type $counter))
        (export "make" (func $maker "make") (func (param "number" u32) (result (own $exported))))
        (export "get" (func $maker "get")
          (func (param "counter" (borrow $exported)) (result u32)))
        (export "use" (func $user "use")
          (func (param "counter" (borrow $exported)) (result u32)))
        (export "keep" (func $user "keep")
          (func (param "counter" (borrow $exported)) (result u32)))
        (export "drop-first" (func $user "drop-first")
          (func (param "counter" (borrow $exported)) (result u32)))
        (export "steal" (func $user "steal")
          (func (param "counter" (borrow $exported)) (result (own $exported))))
        (export "pass-on" (func $user "pass-on")
          (func (param "counter" (own $exported)) (result (own $exported)))))
      """;

  @ParameterizedTest
  @CsvSource({
    "keep, borrow handles still remain",
    "drop-first, unknown handle index",
    "steal, borrow handles still remain"
  })
  void handlesThatOneGuestLendsAnother(String function, String start) {
    try (Component component = Guests.wat(TWO_COMPONENTS);
        var store = new Store(Guests.ENGINE)) {
      Instance instance = new Linker(Guests.ENGINE).instantiate(store, component);
      Func make = instance.func("make");
      Resource counter = (Resource) Objects.requireNonNull(make.call(5));
      for (int i = 0; i < 100; i++) {
        assertEquals(5, instance.func("use").call(counter));
        assertEquals(5, instance.func("get").call(counter));
        counter = (Resource) Objects.requireNonNull(instance.func("pass-on").call(counter));
      }
      assertTraps(instance.func(function), start, "", counter);
    }
  }
}
