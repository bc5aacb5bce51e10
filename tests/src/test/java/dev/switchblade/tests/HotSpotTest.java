package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchblade.Component;
import dev.switchblade.InstancePre;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.TrapCode;
import dev.switchblade.TrapException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Wasmtime and HotSpot both live on SIGSEGV and SIGFPE: each must get its own.
 *
 * <p>Null checks, stack overflows and safepoint polls are signals in HotSpot; out-of-bounds
 * accesses, divisions by zero and {@code unreachable} are in Wasmtime.
 */
final class HotSpotTest {

  private static final String TRAPPING =
      """
      (component
        (import "h" (func $h (param "x" u32) (result u32)))
        (core func $lowered (canon lower (func $h)))
        (core module $m
          (import "h" "h" (func $h (param i32) (result i32)))
          (memory 1)
          (func (export "load") (result i32) (i32.load (i32.const -8)))
          (func (export "divide") (result i32) (i32.div_u (i32.const 1) (i32.load (i32.const 0))))
          (func (export "give-up") (result i32) unreachable)
          (func (export "host-then-load") (result i32)
            (i32.load (i32.sub (call $h (i32.const 1)) (i32.const 100)))))
        (core instance $h (export "h" (func $lowered)))
        (core instance $m (instantiate $m (with "h" (instance $h))))
        (func (export "load") (result u32) (canon lift (core func $m "load")))
        (func (export "divide") (result u32) (canon lift (core func $m "divide")))
        (func (export "give-up") (result u32) (canon lift (core func $m "give-up")))
        (func (export "host-then-load") (result u32)
          (canon lift (core func $m "host-then-load"))))
      """;

  private static final List<String> FUNCTIONS =
      List.of("load", "divide", "give-up", "host-then-load");

  private static final List<TrapCode> CODES =
      List.of(
          TrapCode.MEMORY_OUT_OF_BOUNDS,
          TrapCode.INTEGER_DIVISION_BY_ZERO,
          TrapCode.UNREACHABLE,
          TrapCode.MEMORY_OUT_OF_BOUNDS);

  private static int lengthOf(@Nullable String text) {
    return text.length();
  }

  private static int recurse(int depth) {
    return depth == Integer.MIN_VALUE ? 0 : 1 + recurse(depth + 1) % 7;
  }

  /** Takes faults of HotSpot's: implicit null checks in compiled code, and the end of the stack. */
  private static int fault(int i) {
    int faults = 0;
    for (int n = 0; n < 20; n++) {
      try {
        faults += lengthOf(n % 2 == 0 ? null : "x") - 1;
      } catch (NullPointerException e) {
        faults++;
      }
    }
    if (i % 50 == 0) {
      assertThrows(StackOverflowError.class, () -> recurse(0));
    }
    return faults;
  }

  private static FutureTask<Void> start(Callable<Void> body) {
    var task = new FutureTask<>(body);
    Thread.ofPlatform().daemon().start(task);
    return task;
  }

  @Test
  void trapsAndFaultsGoToWhomeverTheyBelong() throws Exception {
    var linker = new Linker(Guests.ENGINE);
    linker.root().func("h", call -> call.int32(0) - 1 + 0 * fault(1));
    var done = new AtomicBoolean();
    try (Component component = Guests.wat(TRAPPING);
        InstancePre pre = linker.instantiatePre(component)) {
      FutureTask<Void> collector =
          start(
              () -> {
                for (int i = 0; i < 40 && !done.get(); i++) {
                  System.gc();
                }
                return null;
              });
      List<FutureTask<Void>> tasks = new ArrayList<>();
      for (int thread = 0; thread < 3; thread++) {
        tasks.add(
            start(
                () -> {
                  for (int i = 0; i < 400; i++) {
                    assertEquals(10, fault(i));
                    try (var store = new Store(Guests.ENGINE)) {
                      var f = pre.instantiate(store).func(FUNCTIONS.get(i % 4));
                      var exception = assertThrows(TrapException.class, f::call);
                      assertEquals(CODES.get(i % 4), exception.code());
                    }
                  }
                  return null;
                }));
      }
      for (int thread = 0; thread < 2; thread++) {
        tasks.add(
            start(
                () -> {
                  for (int i = 0; i < 2_000; i++) {
                    assertEquals(10, fault(i));
                  }
                  return null;
                }));
      }
      for (var task : tasks) {
        task.get();
      }
      done.set(true);
      collector.get();
    }
    HealthyJvm.assertCallsWork();
  }

  /** A thread that waits in the host must not hold up a collection, nor lose the guest's state. */
  @Test
  void collectionsWhileGuestsWaitForTheHost() {
    try (var guest =
        new EchoGuest(
            "list<string>",
            call -> {
              Object value = call.argument(0);
              for (int i = 0; i < 3; i++) {
                System.gc();
              }
              return value;
            })) {
      List<String> words = EchoGuest.times(1_000, "word");
      assertEquals(words, guest.call(words));
    }
  }
}
