package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Instance;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Resources of WASI, as the native library has it, that cross from one instance to another that is
 * plugged into it. The interfaces name them as wit-component does: under a name of their own, on
 * both sides.
 */
final class PluggedWasiResourcesTest {

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  /** What both import of WASI. */
  private static final String WASI =
      """
        (import "wasi:io/poll@0.2.0" (instance $poll
          (export "pollable" (type $pollable (sub resource)))
          (export "[method]pollable.block" (func (param "self" (borrow $pollable))))))
        (alias export $poll "pollable" (type $pollable))
        (import "wasi:clocks/monotonic-clock@0.2.0" (instance $clock
          (alias outer 1 $pollable (type $p))
          (export "pollable" (type $pollable (eq $p)))
          (export "subscribe-instant" (func (param "when" u64) (result (own $pollable))))))
        (core func $block (canon lower (func $poll "[method]pollable.block")))
        (core func $subscribe (canon lower (func $clock "subscribe-instant")))
        (core func $drop (canon resource.drop $pollable))
      """;

  /** Exports {@code acme:wait/waits}, which uses the resource. */
  private static final String WAITS =
      """
      (component
        %s
        (core module $m
          (import "" "block" (func $block (param i32)))
          (import "" "subscribe" (func $subscribe (param i64) (result i32)))
          (import "" "drop" (func $drop (param i32)))
          (func $ready (param i32) (result i32) (call $block (local.get 0)) (i32.const 1))
          (func (export "is-ready") (param i32) (result i32)
            (call $ready (local.get 0))
            (call $drop (local.get 0)))
          (func (export "make") (result i32) (call $subscribe (i64.const 0))))
        (core instance $m (instantiate $m (with "" (instance
          (export "block" (func $block)) (export "subscribe" (func $subscribe))
          (export "drop" (func $drop))))))
        (func $is-ready (param "p" (borrow $pollable)) (result bool)
          (canon lift (core func $m "is-ready")))
        (func $take (param "p" (own $pollable)) (result bool)
          (canon lift (core func $m "is-ready")))
        (func $make (result (own $pollable)) (canon lift (core func $m "make")))
        (component $shim
          (import "import-type-pollable" (type $p (sub resource)))
          (import "import-func-is-ready" (func $is-ready (param "p" (borrow $p)) (result bool)))
          (import "import-func-take" (func $take (param "p" (own $p)) (result bool)))
          (import "import-func-make" (func $make (result (own $p))))
          (export $q "pollable" (type $p))
          (export "is-ready" (func $is-ready) (func (param "p" (borrow $q)) (result bool)))
          (export "take" (func $take) (func (param "p" (own $q)) (result bool)))
          (export "make" (func $make) (func (result (own $q)))))
        (instance $i (instantiate $shim
          (with "import-type-pollable" (type $pollable))
          (with "import-func-is-ready" (func $is-ready))
          (with "import-func-take" (func $take))
          (with "import-func-make" (func $make))))
        (export "acme:wait/waits@1.0.0" (instance $i)))
      """
          .formatted(WASI);

  /** Passes pollables to {@code acme:wait/waits}, and gets one from there. */
  private static final String USER =
      """
      (component
        %s
        (import "acme:wait/waits@1.0.0" (instance $waits
          (alias outer 1 $pollable (type $p))
          (export "pollable" (type $pollable (eq $p)))
          (export "is-ready" (func (param "p" (borrow $pollable)) (result bool)))
          (export "take" (func (param "p" (own $pollable)) (result bool)))
          (export "make" (func (result (own $pollable))))))
        (core func $is-ready (canon lower (func $waits "is-ready")))
        (core func $take (canon lower (func $waits "take")))
        (core func $make (canon lower (func $waits "make")))
        (core module $m
          (import "" "block" (func $block (param i32)))
          (import "" "subscribe" (func $subscribe (param i64) (result i32)))
          (import "" "drop" (func $drop (param i32)))
          (import "" "is-ready" (func $is-ready (param i32) (result i32)))
          (import "" "take" (func $take (param i32) (result i32)))
          (import "" "make" (func $make (result i32)))
          (func $ready (param i32) (result i32) (call $block (local.get 0)) (i32.const 1))
          (func (export "lend") (result i32) (local $p i32)
            (local.set $p (call $subscribe (i64.const 0)))
            (i32.and
              (call $is-ready (local.get $p))
              (i32.and (call $is-ready (local.get $p)) (call $ready (local.get $p))))
            (call $drop (local.get $p)))
          (func (export "give") (result i32) (call $take (call $subscribe (i64.const 0))))
          (func (export "get") (result i32) (local $p i32)
            (local.set $p (call $make))
            (call $ready (local.get $p))
            (call $drop (local.get $p)))
          (func (export "give-twice") (result i32) (local $p i32)
            (local.set $p (call $subscribe (i64.const 0)))
            (i32.and (call $take (local.get $p)) (call $take (local.get $p)))))
        (core instance $m (instantiate $m (with "" (instance
          (export "block" (func $block)) (export "subscribe" (func $subscribe))
          (export "drop" (func $drop)) (export "is-ready" (func $is-ready))
          (export "take" (func $take)) (export "make" (func $make))))))
        (func (export "lend") (result bool) (canon lift (core func $m "lend")))
        (func (export "give") (result bool) (canon lift (core func $m "give")))
        (func (export "give-twice") (result bool) (canon lift (core func $m "give-twice")))
        (func (export "get") (result bool) (canon lift (core func $m "get"))))
      """
          .formatted(WASI);

  @Test
  void crossWhereBothImportThemFromWasi() {
    try (Component waits = Guests.wat(WAITS);
        Component user = Guests.wat(USER);
        var plugged = new Linker(Guests.ENGINE).instantiatePre(waits);
        var linked = new Linker(Guests.ENGINE).plug(plugged).instantiatePre(user);
        var store = new Store(Guests.ENGINE)) {
      Instance instance = linked.instantiate(store);
      Instance provider = plugged.instantiate(store);
      Instance another = new Linker(Guests.ENGINE).plug(provider).instantiate(store, user);
      for (int i = 0; i < 100; i++) {
        for (Instance one : new Instance[] {instance, another}) {
          assertEquals(true, one.func("lend").call());
          assertEquals(true, one.func("give").call());
          assertEquals(true, one.func("get").call());
        }
      }
      assertThrows(RuntimeException.class, () -> instance.func("give-twice").call());
    }
  }

  private static String refusal(String provider, String user) {
    try (Component plugged = Guests.wat(provider);
        Component component = Guests.wat(user);
        var pre = new Linker(Guests.ENGINE).instantiatePre(plugged)) {
      var linker = new Linker(Guests.ENGINE).plug(pre);
      var refused = assertThrows(LinkException.class, () -> linker.instantiatePre(component));
      return Objects.requireNonNull(refused.getMessage());
    }
  }

  /** Who doesn't import it from WASI has no type for it. */
  @Test
  void areNotPassedOnUnderAnotherName() {
    String user =
        """
        (component
          (import "acme:wait/waits@1.0.0" (instance
            (export "pollable" (type $pollable (sub resource)))
            (export "make" (func (result (own $pollable)))))))
        """;
    String message = refusal(WAITS, user);
    assertTrue(message.contains("imports acme:wait/waits@1.0.0#pollable, and"), message);
    assertTrue(message.contains("can't be passed on by plugging in"), message);
  }

  @Test
  void areNotMistakenForOthersOfTheirName() {
    String own =
        """
        (component
          (type $pollable (resource (rep i32)))
          (core module $m (func (export "make") (result i32) unreachable))
          (core instance $m (instantiate $m))
          (func $make (result (own $pollable)) (canon lift (core func $m "make")))
          (component $shim
            (import "p" (type $p (sub resource)))
            (import "f" (func $make (result (own $p))))
            (export $q "pollable" (type $p))
            (export "make" (func $make) (func (result (own $q)))))
          (instance $i
            (instantiate $shim (with "p" (type $pollable)) (with "f" (func $make))))
          (export "acme:wait/waits@1.0.0" (instance $i)))
        """;
    String user =
        """
        (component
          (import "wasi:io/poll@0.2.0" (instance $poll
            (export "pollable" (type $pollable (sub resource)))))
          (alias export $poll "pollable" (type $pollable))
          (import "acme:wait/waits@1.0.0" (instance
            (alias outer 1 $pollable (type $p))
            (export "pollable" (type $pollable (eq $p)))
            (export "make" (func (result (own $pollable)))))))
        """;
    String message = refusal(own, user);
    assertTrue(message.contains("it is WASI's, as the library has it"), message);
  }
}
