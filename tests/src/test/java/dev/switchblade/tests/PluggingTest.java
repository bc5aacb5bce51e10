package dev.switchblade.tests;

import static dev.switchblade.tests.PluggedGuests.OPS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.ClosedException;
import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.Store;
import dev.switchblade.StoreBusyException;
import dev.switchblade.StoreLostException;
import dev.switchblade.TrapException;
import dev.switchblade.abi.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What can be plugged into what, and what is said of the rest. */
final class PluggingTest {

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  private static InstancePre linked(String text) {
    try (Component component = Guests.wat(text)) {
      return new Linker(Guests.ENGINE).instantiatePre(component);
    }
  }

  private static InstancePre ops(int version) {
    return linked(PluggedGuests.ops(version));
  }

  private static String refusal(Linker linker, String text) {
    try (Component component = Guests.wat(text)) {
      var refused = assertThrows(LinkException.class, () -> linker.instantiatePre(component));
      assertTrue(!refused.problems().isEmpty());
      return Objects.requireNonNull(refused.getMessage());
    }
  }

  private static void assertSays(String message, String... parts) {
    for (String part : parts) {
      assertTrue(message.contains(part), () -> "`" + part + "` in: " + message);
    }
  }

  // ---- types

  @Test
  void typesThatDifferAreToldFromBothEnds() {
    try (var ops = ops(0)) {
      String message =
          refusal(
              new Linker(Guests.ENGINE).plug(ops),
              PluggedGuests.importing(
                  OPS,
                  """
                  (export "add" (func (param "a" u32) (param "b" u64) (result u32)))
                  (export "count" (func (result u32)))
                  """));
      assertSays(
          message,
          "component imports functions with other types than those that component, which is plugged"
              + " in, exports them with (1 difference):",
          OPS + "#add: parameter b: expected u64, found u32",
          "imported: func(a: u32, b: u64) -> u32",
          "exported: func(a: u32, b: u32) -> u32");
    }
  }

  @Test
  void oneLabelIsEnough() {
    String exporting =
        """
        (component
          (core module $m (func (export "f") (param i32)))
          (core instance $m (instantiate $m))
          (type $colour-here (enum "red" "green"))
          (export $colour "colour" (type $colour-here))
          (func (export "f") (param "c" $colour) (canon lift (core func $m "f"))))
        """;
    String importing =
        """
        (component
          (type $colour-here (enum "red" "blue"))
          (import "colour" (type $colour (eq $colour-here)))
          (import "f" (func (param "c" $colour))))
        """;
    try (var provider = linked(exporting)) {
      var linker = new Linker(Guests.ENGINE);
      linker.root().plug(provider);
      assertSays(refusal(linker, importing), "f: parameter c: name 1: expected blue, found green");
    }
  }

  @Test
  void whatIsNotExportedIsMissing() {
    try (var ops = ops(0)) {
      assertSays(
          refusal(
              new Linker(Guests.ENGINE).plug(ops),
              PluggedGuests.importing(OPS, "(export \"divide\" (func))")),
          OPS,
          "divide: func()");
      assertSays(
          refusal(
              new Linker(Guests.ENGINE).plug(ops),
              PluggedGuests.importing("acme:math/ops@2.0.0", "(export \"count\" (func))")),
          "acme:math/ops@2.0.0",
          "(component, which is plugged in, exports " + OPS + ")");
    }
  }

  @Test
  void compatibleVersionsFit() {
    try (var ops = linked(PluggedGuests.ops("acme:math/ops@1.4.2", 3));
        var older = linked(PluggedGuests.ops("acme:math/ops@1.0.7", 4));
        Component user = Guests.wat(PluggedGuests.PASS_ON);
        var store = new Store(Guests.ENGINE)) {
      Instance newest = new Linker(Guests.ENGINE).plug(ops).instantiate(store, user);
      assertEquals(3, newest.func(OPS, "add").call(0, 0));
      var linker = new Linker(Guests.ENGINE);
      linker.instance("acme:math/ops@1.0.7").plug(older);
      assertEquals(4, linker.instantiate(store, user).func(OPS, "add").call(0, 0));
    }
  }

  @Test
  void whatTwoExportIsAmbiguous() {
    try (var one = ops(1);
        var other = ops(2);
        Component user = Guests.wat(PluggedGuests.PASS_ON);
        var store = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE).plug(one).plug(other).plug(one);
      assertSays(
          refusal(linker, PluggedGuests.PASS_ON),
          "both component and component, which are plugged in, export it",
          "linker.instance(\"" + OPS + "\").plug(…)");
      linker.instance(OPS).plug(other);
      Instance instance = linker.instantiate(store, user);
      assertEquals(2, instance.func(OPS, "add").call(0, 0));
    }
  }

  /** There may be a state behind it. */
  @Test
  void anInterfaceIsServedByOneComponent() {
    String adds =
        """
        (component
          (core module $m (func (export "add") (param i32 i32) (result i32) (i32.const 1)))
          (core instance $m (instantiate $m))
          (func $add (param "a" u32) (param "b" u32) (result u32)
            (canon lift (core func $m "add")))
          (instance $i (export "add" (func $add)))
          (export "acme:math/ops@1.1.0" (instance $i)))
        """;
    String counts =
        """
        (component
          (core module $m (func (export "count") (result i32) (i32.const 2)))
          (core instance $m (instantiate $m))
          (func $count (result u32) (canon lift (core func $m "count")))
          (instance $i (export "count" (func $count)))
          (export "acme:math/ops@1.0.0" (instance $i)))
        """;
    String user =
        PluggedGuests.importing(
            OPS,
            """
            (export "add" (func (param "a" u32) (param "b" u32) (result u32)))
            (export "count" (func (result u32)))
            """);
    try (var some = linked(adds);
        var others = linked(counts);
        var all = ops(0);
        Component component = Guests.wat(user)) {
      assertSays(
          refusal(new Linker(Guests.ENGINE).plug(some).plug(others), user),
          "imports " + OPS + ", and both component and component, which are plugged in, export it");
      for (String version : new String[] {OPS, "acme:math/ops@1.9.0"}) {
        var linker = new Linker(Guests.ENGINE).plug(all);
        linker.instance(version).plug(others);
        assertSays(
            refusal(linker, user),
            OPS + ", of which component, which is plugged in there, doesn't export this",
            "add: func");
        // What is defined by itself doesn't count, wherever it stands.
        linker.instance("acme:math/ops@1.8.0").func("add", call -> 3);
        linker.instantiatePre(component).close();
      }
      var mixed = new Linker(Guests.ENGINE).plug(some).plug(others);
      mixed.instance(OPS).func("add", call -> 3);
      mixed.instantiatePre(component).close();
    }
  }

  /** Where a component is to take the place of the host. */
  @Test
  void whatIsLeftOutComesFromWhatIsPluggedIn() {
    try (var ops = ops(5);
        var others = ops(6);
        Component user = Guests.wat(PluggedGuests.PASS_ON);
        var store = new Store(Guests.ENGINE)) {
      var host = new Linker(Guests.ENGINE).plug(others);
      host.instance("acme:math/ops@1.3.0").func("add", call -> 9);
      assertEquals(9, host.instantiate(store, user).func(OPS, "add").call(0, 0));
      // What is plugged in with all that it exports stays so.
      Linker left = host.without(List.of(OPS));
      assertEquals(6, left.instantiate(store, user).func(OPS, "add").call(0, 0));
      left.instance(OPS).plug(ops);
      assertEquals(5, left.instantiate(store, user).func(OPS, "add").call(0, 0));
      assertEquals(9, host.instantiate(store, user).func(OPS, "add").call(0, 0));
    }
  }

  private static Component directly(int number) {
    return Guests.wat(
        """
        (component
          (core module $m (func (export "f") (result i32) (i32.const %d)))
          (core instance $m (instantiate $m))
          (func $f (result u32) (canon lift (core func $m "f")))
          (export "f" (func $f))
          (export "g" (func $f)))
        """
            .formatted(number));
  }

  @Test
  void whatIsLeftOutOfTheRootIsNotServedByWhatIsPluggedInThere() {
    String both =
        """
        (component
          (import "f" (func $f (result u32)))
          (import "g" (func $g (result u32)))
          (core func $f (canon lower (func $f)))
          (core func $g (canon lower (func $g)))
          (core module $m
            (import "" "f" (func $f (result i32)))
            (import "" "g" (func $g (result i32)))
            (func (export "sum") (result i32)
              (i32.add (call $f) (i32.mul (i32.const 10) (call $g)))))
          (core instance $fg (export "f" (func $f)) (export "g" (func $g)))
          (core instance $m (instantiate $m (with "" (instance $fg))))
          (func (export "sum") (result u32) (canon lift (core func $m "sum"))))
        """;
    try (Component one = directly(1);
        Component two = directly(2);
        var first = new Linker(Guests.ENGINE).instantiatePre(one);
        var second = new Linker(Guests.ENGINE).instantiatePre(two);
        Component user = Guests.wat(both);
        var store = new Store(Guests.ENGINE)) {
      var host = new Linker(Guests.ENGINE);
      host.root().plug(first);
      assertEquals(11, host.instantiate(store, user).func("sum").call());
      Linker left = host.without(List.of("f"));
      var missing = assertThrows(LinkException.class, () -> left.instantiate(store, user));
      assertEquals("f", missing.problems().getFirst().subject());
      left.plug(second);
      assertEquals(12, left.instantiate(store, user).func("sum").call());
      // Plugged in once more, it serves all again.
      left.root().plug(first);
      assertEquals(11, left.instantiate(store, user).func("sum").call());
      assertEquals(11, host.instantiate(store, user).func("sum").call());
    }
  }

  @Test
  void anInterfaceHasOnePlug() {
    try (var one = ops(1);
        var other = ops(2)) {
      LinkerInstance ops = new Linker(Guests.ENGINE).instance(OPS).plug(one).plug(one);
      var refused = assertThrows(IllegalStateException.class, () -> ops.plug(other));
      assertSays(Objects.requireNonNull(refused.getMessage()), "is plugged into " + OPS);
    }
  }

  @Test
  void anInterfaceThatIsNotExportedCannotBePluggedIn() {
    try (var ops = ops(0)) {
      LinkerInstance other = new Linker(Guests.ENGINE).instance("acme:math/opps@1.0.0");
      var refused = assertThrows(LinkException.class, () -> other.plug(ops));
      assertSays(
          Objects.requireNonNull(refused.getMessage()),
          "exports no acme:math/opps@1.0.0",
          "it exports " + OPS);
      LinkerInstance root = new Linker(Guests.ENGINE).root();
      assertThrows(LinkException.class, () -> root.plug(ops));
    }
  }

  /** What the library has of WASI is left alone only where nobody else provides it. */
  @Test
  void aComponentTakesThePlaceOfWasi() {
    String dice =
        """
        (component
          (core module $m (func (export "roll") (result i64) (i64.const 4)))
          (core instance $m (instantiate $m))
          (func $roll (result u64) (canon lift (core func $m "roll")))
          (instance $i (export "get-random-u64" (func $roll)))
          (export "wasi:random/random@0.2.0" (instance $i)))
        """;
    String player =
        """
        (component
          (import "wasi:random/random@0.2.0" (instance $random
            (export "get-random-u64" (func (result u64)))))
          (core func $roll (canon lower (func $random "get-random-u64")))
          (core module $m
            (import "random" "roll" (func $roll (result i64)))
            (func (export "roll") (result i64) (call $roll)))
          (core instance $random (export "roll" (func $roll)))
          (core instance $m (instantiate $m (with "random" (instance $random))))
          (func (export "roll") (result u64) (canon lift (core func $m "roll"))))
        """;
    try (var plugged = linked(dice);
        Component component = Guests.wat(player);
        var store = new Store(Guests.ENGINE)) {
      Instance instance = new Linker(Guests.ENGINE).plug(plugged).instantiate(store, component);
      for (int i = 0; i < 5; i++) {
        assertEquals(4L, instance.func("roll").call());
      }
    }
  }

  // ---- engines, stores, what is closed

  @Test
  void enginesAreNotMixed() {
    try (Engine engine = Engine.create();
        var ops = ops(0);
        var store = new Store(Guests.ENGINE)) {
      Instance instance = ops.instantiate(store);
      var linker = new Linker(engine);
      assertThrows(IllegalArgumentException.class, () -> linker.plug(ops));
      assertThrows(IllegalArgumentException.class, () -> linker.plug(instance));
      LinkerInstance one = linker.instance(OPS);
      assertThrows(IllegalArgumentException.class, () -> one.plug(ops));
    }
  }

  @Test
  void enginesWithConcurrencySupportSaySo() {
    try (Engine engine = Engine.builder().concurrency(true).build();
        Component component = engine.compileText(PluggedGuests.ops(0));
        var ops = new Linker(engine).instantiatePre(component)) {
      var linker = new Linker(engine);
      var refused = assertThrows(UnsupportedOperationException.class, () -> linker.plug(ops));
      assertSays(Objects.requireNonNull(refused.getMessage()), "concurrency", "Compose");
    }
  }

  @Test
  void whatIsLinkedWithAnInstanceStaysInItsStore() {
    try (var ops = ops(0);
        Component user = Guests.wat(PluggedGuests.PASS_ON);
        var store = new Store(Guests.ENGINE);
        var other = new Store(Guests.ENGINE);
        var linked = new Linker(Guests.ENGINE).plug(ops.instantiate(store)).instantiatePre(user);
        // Also what it is plugged into itself.
        var outer = new Linker(Guests.ENGINE).plug(linked).instantiatePre(user)) {
      assertEquals(3, linked.instantiate(store).func(OPS, "add").call(1, 2));
      assertEquals(3, outer.instantiate(store).func(OPS, "add").call(1, 2));
      var refused = assertThrows(IllegalArgumentException.class, () -> linked.instantiate(other));
      assertSays(Objects.requireNonNull(refused.getMessage()), "another store", "InstancePre");
      assertThrows(IllegalArgumentException.class, () -> outer.instantiate(other));
      String both =
          """
          (component
            (import "acme:math/ops@1.0.0" (instance (export "count" (func (result u32)))))
            (import "acme:math/a@1.0.0" (instance (export "count" (func (result u32))))))
          """;
      try (Component needsBoth = Guests.wat(both);
          var a = linked(PluggedGuests.ops("acme:math/a@1.0.0", 0))) {
        var linker =
            new Linker(Guests.ENGINE).plug(a.instantiate(other)).plug(ops.instantiate(store));
        assertThrows(IllegalArgumentException.class, () -> linker.instantiatePre(needsBoth));
      }
    }
  }

  /** Though nothing of it is called. */
  @Test
  void whatTakesAResourceOfAnInstanceStaysInItsStore() {
    String user =
        """
        (component
          (import "acme:count/counters@1.0.0" (instance
            (export "counter" (type (sub resource))))))
        """;
    var logging = new Linker(Guests.ENGINE);
    logging.root().func("log", call -> null);
    try (Component counter = Guests.wat(PluggedGuests.COUNTER);
        Component component = Guests.wat(user);
        var store = new Store(Guests.ENGINE);
        var other = new Store(Guests.ENGINE);
        var linked =
            new Linker(Guests.ENGINE)
                .plug(logging.instantiate(store, counter))
                .instantiatePre(component)) {
      linked.instantiate(store);
      assertThrows(IllegalArgumentException.class, () -> linked.instantiate(other));
    }
  }

  @Test
  void whatIsClosedWhileItIsPluggedInIsClosedOrLinked() throws Exception {
    try (Component ops = Guests.wat(PluggedGuests.ops(0));
        Component user = Guests.wat(PluggedGuests.PASS_ON)) {
      for (int i = 0; i < 2_000; i++) {
        var plugged = new Linker(Guests.ENGINE).instantiatePre(ops);
        var linker = new Linker(Guests.ENGINE).plug(plugged);
        var closing = Trials.background(Executors.callable(plugged::close));
        try {
          linker.instantiatePre(user).close();
        } catch (ClosedException e) {
          // It was sooner.
        }
        closing.get();
      }
    }
  }

  @Test
  @SuppressWarnings("try") // what is closed early is what this is about
  void whatIsClosedIsNotPluggedInAndWhatIsLinkedStays() {
    var ops = ops(6);
    var linker = new Linker(Guests.ENGINE).plug(ops);
    try (Component user = Guests.wat(PluggedGuests.PASS_ON);
        var linked = linker.instantiatePre(user);
        var store = new Store(Guests.ENGINE)) {
      ops.close();
      ops.close();
      assertThrows(ClosedException.class, () -> linker.instantiatePre(user));
      Instance instance = linked.instantiate(store);
      assertEquals(6, instance.func(OPS, "add").call(0, 0));
      linked.close();
      assertEquals(7, instance.func(OPS, "add").call(1, 0));
      assertThrows(ClosedException.class, () -> linked.instantiate(store));
    }
  }

  @Test
  void aStoreThatIsClosedOrLostTakesNothingMore() {
    try (var ops = ops(0);
        Component user = Guests.wat(PluggedGuests.PASS_ON)) {
      var closed = new Store(Guests.ENGINE);
      var linker = new Linker(Guests.ENGINE).plug(ops.instantiate(closed));
      try (var linked = linker.instantiatePre(user)) {
        Instance instance = linked.instantiate(closed);
        closed.close();
        assertThrows(ClosedException.class, () -> linked.instantiate(closed));
        assertThrows(ClosedException.class, () -> instance.func(OPS, "add").call(1, 2));
      }
      try (var lost = new Store(Guests.ENGINE)) {
        Instance provider = ops.instantiate(lost);
        assertThrows(TrapException.class, () -> provider.func(OPS, "fail").call());
        try (var linked = new Linker(Guests.ENGINE).plug(provider).instantiatePre(user)) {
          assertThrows(StoreLostException.class, () -> linked.instantiate(lost));
        }
      }
    }
  }

  // ---- what is replaced

  @Test
  @SuppressWarnings("try") // what is closed early is what this is about
  void onlyWhatIsPluggedInAndFitsIsReplaced() {
    try (var ops = ops(1);
        var different =
            linked(
                """
                (component
                  (core module $m (func (export "f") (param i32) (result i32) (i32.const 1)))
                  (core instance $m (instantiate $m))
                  (func $f (param "a" u32) (result u32) (canon lift (core func $m "f")))
                  (instance $i (export "add" (func $f)))
                  (export "acme:math/ops@1.0.0" (instance $i)))
                """);
        Component user = Guests.wat(PluggedGuests.PASS_ON);
        var store = new Store(Guests.ENGINE);
        var other = new Store(Guests.ENGINE)) {
      Instance provider = ops.instantiate(store);
      Instance instance = new Linker(Guests.ENGINE).plug(provider).instantiate(store, user);
      var nothing =
          assertThrows(
              IllegalStateException.class, () -> instance.plug("acme:math/other@1.0.0", provider));
      assertSays(Objects.requireNonNull(nothing.getMessage()), "nothing is plugged into");
      assertThrows(IllegalStateException.class, () -> provider.plug(OPS, instance));
      Instance elsewhere = ops.instantiate(other);
      assertThrows(IllegalArgumentException.class, () -> instance.plug(OPS, elsewhere));
      Instance unfit = different.instantiate(store);
      var refused = assertThrows(LinkException.class, () -> instance.plug(OPS, unfit));
      assertSays(
          Objects.requireNonNull(refused.getMessage()),
          "imports " + OPS + "#count: func() -> u32, which is not exported by an instance of",
          OPS + "#add: parameter b: expected u32, not found");
      // Nothing has changed.
      assertEquals(3, instance.func(OPS, "add").call(1, 1));
      store.close();
      assertThrows(ClosedException.class, () -> instance.plug(OPS, provider));
    }
  }

  @Test
  void nothingIsReplacedWhileTheStoreIsInUse() {
    List<RuntimeException> refusals = new ArrayList<>();
    List<Instance> instances = new ArrayList<>();
    String next =
        """
        (component
          (core module $m (func (export "f") (param i32) (result i32) (i32.const 9)))
          (core instance $m (instantiate $m))
          (func (export "g") (param "p0" u32) (result u32) (canon lift (core func $m "f"))))
        """;
    var linker = new Linker(Guests.ENGINE);
    linker
        .root()
        .func(
            "h",
            call -> {
              refusals.add(
                  assertThrows(
                      StoreBusyException.class,
                      () -> instances.getFirst().plug("", instances.getLast())));
              return call.argument(0);
            });
    String passOn =
        EchoGuest.text(List.of("u32"), "u32", "utf8")
            .replace("(import \"h\" (func $h", "(import \"g\" (func $h");
    String provide =
        EchoGuest.text(List.of("u32"), "u32", "utf8")
            .replace("\n(func (export \"f\")", "\n(func (export \"g\")");
    try (Component provider = Guests.wat(provide);
        Component user = Guests.wat(passOn);
        Component other = Guests.wat(next);
        var plugged = linker.instantiatePre(provider);
        var store = new Store(Guests.ENGINE)) {
      instances.add(new Linker(Guests.ENGINE).plug(plugged).instantiate(store, user));
      instances.add(new Linker(Guests.ENGINE).instantiate(store, other));
      Instance instance = instances.getFirst();
      assertEquals(5, instance.func("f").call(5));
      assertEquals(1, refusals.size());
      try (Call call = instance.func("f").begin()) {
        assertThrows(StoreBusyException.class, () -> instance.plug("", instances.getLast()));
        call.arguments().putInt(0, 6);
        call.invoke();
        assertEquals(6, call.result().getInt(0));
      }
      instance.plug("", instances.getLast());
      assertEquals(9, instance.func("f").call(7));
    }
  }

  /** Handles that it has are of the one before. */
  @Test
  void whatResourcesAreOfIsNotReplaced() {
    var linker = new Linker(Guests.ENGINE);
    linker.root().func("log", call -> null);
    try (Component counter = Guests.wat(PluggedGuests.COUNTER);
        Component user = Guests.wat(PluggedGuests.COUNTER_USER);
        var counters = linker.instantiatePre(counter);
        var store = new Store(Guests.ENGINE)) {
      Instance first = counters.instantiate(store);
      Instance instance = new Linker(Guests.ENGINE).plug(first).instantiate(store, user);
      Instance second = counters.instantiate(store);
      var refused =
          assertThrows(LinkException.class, () -> instance.plug(PluggedGuests.COUNTERS, second));
      assertSays(
          Objects.requireNonNull(refused.getMessage()),
          "resource counter: expected that of an instance of component, found another one",
          "instantiate component anew");
      assertFalse(refused.getMessage().contains("imported:"), refused.getMessage());
      instance.plug(PluggedGuests.COUNTERS, first);
      assertEquals(5, instance.func("use").call(5));
    }
  }
}
