package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.InstancePre;
import dev.switchblade.Linker;
import dev.switchblade.Result;
import dev.switchblade.Store;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several instances, several stores, and instances within instances. */
final class StoresTest {

  private static final String COUNTER =
      """
      (component
        (core module $m
          (global $n (mut i32) (i32.const 0))
          (func (export "next") (result i32)
            (global.set $n (i32.add (global.get $n) (i32.const 1)))
            (global.get $n)))
        (core instance $m (instantiate $m))
        (func (export "next") (result u32) (canon lift (core func $m "next"))))
      """;

  @Test
  void instancesOfAStoreHaveStateOfTheirOwn() {
    try (Component component = Guests.wat(COUNTER);
        InstancePre pre = new Linker(Guests.ENGINE).instantiatePre(component);
        var store = new Store(Guests.ENGINE)) {
      List<Func> counters = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        counters.add(pre.instantiate(store).func("next"));
      }
      for (int i = 0; i < 20; i++) {
        for (int n = 0; n < i; n++) {
          counters.get(i).call();
        }
      }
      for (int i = 0; i < 20; i++) {
        assertEquals(i + 1, counters.get(i).call());
      }
    }
  }

  @Test
  void storesCanBeUsedInTurns() {
    try (Component component = Guests.wat(EchoGuest.text(List.of("string"), "string", "utf8"));
        var one = new Store(Guests.ENGINE);
        var other = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE);
      linker.root().func("h", call -> call.string(0) + "!");
      try (InstancePre pre = linker.instantiatePre(component)) {
        Func first = pre.instantiate(one).func("f");
        Func second = pre.instantiate(other).func("f");
        for (int i = 0; i < 50; i++) {
          String text = "x".repeat(i * 997);
          assertEquals(text + "!", first.call(text));
          assertEquals("small!", second.call("small"));
        }
      }
    }
  }

  @Test
  void componentsOfDifferentKindsShareAStore() {
    try (Component counter = Guests.wat(COUNTER);
        Component calculator = Guests.ENGINE.compile(Guests.file("calculator.wasm"));
        var store = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE);
      Func next = linker.instantiate(store, counter).func("next");
      Func sum =
          linker.instantiate(store, calculator).func("acme:calculator/calc@1.0.0", "process-text");
      Func again = linker.instantiate(store, counter).func("next");
      assertEquals(1, next.call());
      assertEquals(Result.ok("42"), sum.call("1 + 2 + 39"));
      assertEquals(2, next.call());
      assertEquals(1, again.call());
    }
  }

  @Test
  void instancesWithinInstancesAreNamedByAPath() {
    String text =
        """
        (component
          (core module $m
            (func (export "one") (result i32) (i32.const 1))
            (func (export "two") (result i32) (i32.const 2)))
          (core instance $m (instantiate $m))
          (func $one (result u32) (canon lift (core func $m "one")))
          (func $two (result u32) (canon lift (core func $m "two")))
          (instance $inner (export "f" (func $two)))
          (instance $outer (export "f" (func $one)) (export "inner" (instance $inner)))
          (export "a:b/outer@1.0.0" (instance $outer))
          (export "f" (func $two)))
        """;
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      var instance = new Linker(Guests.ENGINE).instantiate(store, component);
      assertEquals(2, instance.func("f").call());
      assertEquals(1, instance.func("a:b/outer@1.0.0", "f").call());
      assertEquals(2, instance.func("a:b/outer@1.0.0/inner", "f").call());
      assertEquals("a:b/outer@1.0.0#f", instance.func("a:b/outer@1.0.0", "f").toString());
    }
  }

  /** The string passes an adapter between two memories before it reaches the host. */
  @Test
  void componentsWithinComponentsReachTheHost() {
    String echo = EchoGuest.text(List.of("string"), "string", "utf8");
    String wide = EchoGuest.text(List.of("string"), "string", "utf16");
    String text =
        """
        (component
          (import "h" (func $host (param "p0" string) (result string)))
          %s
          %s
          (instance $one (instantiate $echo (with "h" (func $host))))
          (instance $two (instantiate $wide (with "h" (func $one "f"))))
          (export "f" (func $two "f")))
        """
            .formatted(
                echo.replaceFirst("\\(component", "(component \\$echo"),
                wide.replaceFirst("\\(component", "(component \\$wide"));
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE);
      linker.root().func("h", call -> call.string(0).repeat(2));
      Func f = linker.instantiate(store, component).func("f");
      assertEquals("abab", f.call("ab"));
      String large = "\u00e9".repeat(100_000);
      assertEquals(large + large, f.call(large));
    }
  }
}
