package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.CompilationException;
import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Func;
import dev.switchblade.HostFunctionException;
import dev.switchblade.Instance;
import dev.switchblade.Linker;
import dev.switchblade.StackSpaceException;
import dev.switchblade.Store;
import dev.switchblade.TrapCode;
import dev.switchblade.TrapException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guests and threads that run out of stack. */
final class StackTest {

  /** Frames large enough that few of them fill a stack, and a host call at the deepest. */
  private static final String RECURSING =
      """
      (component
        (import "h" (func $h (param "depth" u32)))
        (core func $lowered (canon lower (func $h)))
        (core module $m
          (import "h" "h" (func $h (param i32)))
          (func $endless (export "endless") (param i32) (result i32)
            (i32.add (call $endless (i32.add (local.get 0) (i32.const 1))) (i32.const 1)))
          (func $down (export "down") (param i32)
            (if (local.get 0)
              (then (call $down (i32.sub (local.get 0) (i32.const 1))))
              (else (call $h (i32.const 7)))))
          (func (export "add") (param i32 i32) (result i32)
            (i32.add (local.get 0) (local.get 1))))
        (core instance $h (export "h" (func $lowered)))
        (core instance $m (instantiate $m (with "h" (instance $h))))
        (func (export "endless") (param "x" u32) (result u32) (canon lift (core func $m "endless")))
        (func (export "down") (param "depth" u32) (canon lift (core func $m "down")))
        (func (export "add") (param "a" u32) (param "b" u32) (result u32)
          (canon lift (core func $m "add"))))
      """;

  private static final Component COMPONENT = Guests.wat(RECURSING);

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  private static <T> T onThread(long stackSize, Callable<T> body) throws Exception {
    var task = new FutureTask<>(body);
    Thread thread = new Thread(null, task, "stack of " + stackSize, stackSize);
    thread.start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    } finally {
      thread.join();
    }
  }

  private static Instance instance(Store store, Component component, Engine engine) {
    var linker = new Linker(engine);
    linker.root().func("h", call -> null);
    return linker.instantiate(store, component);
  }

  private static Void endlessRecursionTraps(Engine engine, Component component) {
    for (int i = 0; i < 3; i++) {
      try (var store = new Store(engine)) {
        Instance instance = instance(store, component, engine);
        assertEquals(3, instance.func("add").call(1, 2));
        var exception = assertThrows(TrapException.class, () -> instance.func("endless").call(0));
        assertEquals(TrapCode.STACK_OVERFLOW, exception.code());
        assertEquals("endless", exception.guestTrace().getFirst().function());
      }
    }
    return nothing();
  }

  @SuppressWarnings("NullAway")
  private static Void nothing() {
    return null;
  }

  @Test
  void endlessGuestRecursionOnThisThread() {
    endlessRecursionTraps(Guests.ENGINE, COMPONENT);
  }

  @ParameterizedTest
  @ValueSource(ints = {1024, 2048, 8192, 65_536})
  void endlessGuestRecursionOnAThreadOf(int kibibytes) throws Exception {
    onThread((long) kibibytes << 10, () -> endlessRecursionTraps(Guests.ENGINE, COMPONENT));
  }

  /**
   * The C library may give a thread up to four times what was asked for, if that is left from a
   * thread that has ended: so these sizes are small enough to be refused in any case.
   */
  @ParameterizedTest
  @ValueSource(ints = {136, 160, 176})
  void smallThreadsAreRefusedBeforeAnythingRuns(int kibibytes) throws Exception {
    try (var store = new Store(Guests.ENGINE)) {
      Instance instance = instance(store, COMPONENT, Guests.ENGINE);
      StackSpaceException exception =
          onThread(
              (long) kibibytes << 10,
              () ->
                  assertThrows(StackSpaceException.class, () -> instance.func("endless").call(0)));
      assertTrue(
          exception
              .getMessage()
              .matches(
                  "endless: the calling thread has \\d+ KiB of stack left, and a guest call needs"
                      + " \\d+ KiB \\(512 KiB for the guest, the engine's max-wasm-stack, and \\d+"
                      + " KiB for the host\\): .*"),
          exception.getMessage());
      // Nothing has run: the store is as it was.
      assertEquals(3, instance.func("add").call(1, 2));
      StackSpaceException refused =
          onThread(
              (long) kibibytes << 10,
              () ->
                  assertThrows(
                      StackSpaceException.class, () -> instance(store, COMPONENT, Guests.ENGINE)));
      assertTrue(
          refused.getMessage().startsWith("instantiating component: the calling thread has "),
          refused.getMessage());
      assertEquals(3, instance.func("add").call(1, 2));
    }
  }

  /** Whatever such a thread really gets, a guest without end does no harm. */
  @ParameterizedTest
  @ValueSource(ints = {192, 256, 384, 512, 640, 704, 736, 768, 832, 896})
  void endlessGuestRecursionOnSmallThreadsIsRefusedOrTraps(int kibibytes) throws Exception {
    for (int i = 0; i < 5; i++) {
      onThread(
          (long) kibibytes << 10,
          () -> {
            try {
              endlessRecursionTraps(Guests.ENGINE, COMPONENT);
            } catch (StackSpaceException e) {
              assertTrue(e.getMessage().contains(" KiB of stack left"), e.getMessage());
            }
            return nothing();
          });
    }
  }

  @Test
  void anEngineForSmallStacksServesSmallThreads() throws Exception {
    try (Engine engine = Engine.builder().maxWasmStack(64 << 10).build();
        Component component = engine.compileText(RECURSING)) {
      onThread(384 << 10, () -> endlessRecursionTraps(engine, component));
    }
    try (Engine engine = Engine.builder().maxWasmStack(4 << 10).build();
        Component component = engine.compileText(RECURSING)) {
      onThread(256 << 10, () -> endlessRecursionTraps(engine, component));
    }
  }

  @Test
  void anEngineForLargeStacksNeedsLargeThreads() throws Exception {
    try (Engine engine = Engine.builder().maxWasmStack(16 << 20).build();
        Component component = engine.compileText(RECURSING)) {
      onThread(32 << 20, () -> endlessRecursionTraps(engine, component));
      onThread(
          1 << 20,
          () ->
              assertThrows(
                  StackSpaceException.class, () -> endlessRecursionTraps(engine, component)));
    }
  }

  /** The whole life of a component on a thread that is too small for its call. */
  @ParameterizedTest
  @ValueSource(ints = {136, 160, 176})
  void everythingButCallsWorksOnSmallThreads(int kibibytes) throws Exception {
    onThread(
        (long) kibibytes << 10,
        () -> {
          try (Engine engine = Engine.create();
              Component component = engine.compile(Guests.file("calculator.wasm"));
              var store = new Store(engine);
              var pre = new Linker(engine).instantiatePre(component)) {
            assertTrue(component.wit().contains("process-text"));
            assertThrows(StackSpaceException.class, () -> pre.instantiate(store));
            assertThrows(CompilationException.class, () -> engine.compileText("(".repeat(10_000)));
          }
          return nothing();
        });
  }

  /** Goes down until Java's stack is full, with an action at every level. */
  private static void descend(Runnable action, int step, int level) {
    if (level % step == 0) {
      action.run();
    }
    if (level >= 0) {
      descend(action, step, level + 1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1024, 2048})
  void callsDeepInsideJavaRecursionAreRefused(int kibibytes) throws Exception {
    try (var store = new Store(Guests.ENGINE)) {
      Func add = instance(store, COMPONENT, Guests.ENGINE).func("add");
      onThread(
          (long) kibibytes << 10,
          () -> {
            assertEquals(3, add.call(1, 2));
            assertThrows(StackSpaceException.class, () -> descend(() -> add.call(1, 2), 10, 0));
            assertEquals(3, add.call(1, 2));
            return nothing();
          });
      assertEquals(3, add.call(1, 2));
    }
  }

  /** Where a call is refused, going on until Java's own stack is full must not do harm either. */
  @Test
  void callsUpToTheVeryEndOfTheStackAreRefusedOrStackOverflows() throws Exception {
    for (int step : new int[] {1, 6}) {
      int every = step;
      onThread(
          1 << 20,
          () -> {
            List<String> refused = new ArrayList<>();
            var store = new Store(Guests.ENGINE);
            Func add = instance(store, COMPONENT, Guests.ENGINE).func("add");
            Runnable action =
                () -> {
                  try {
                    add.call(1, 2);
                  } catch (StackSpaceException e) {
                    refused.add("");
                  }
                };
            assertThrows(StackOverflowError.class, () -> descend(action, every, 0));
            assertTrue(refused.size() > 100, "refused " + refused.size());
            try {
              assertEquals(3, add.call(1, 2));
              store.close();
            } catch (IllegalStateException e) {
              // Java's stack has ended in the middle of entering or leaving the store.
              assertTrue(e.getMessage().startsWith("the store "), e.getMessage());
            }
            return nothing();
          });
      HealthyJvm.assertCallsWork();
    }
  }

  @Test
  void compilingUpToTheVeryEndOfTheStack() throws Exception {
    onThread(
        512 << 10,
        () -> {
          Runnable action = () -> Guests.wat("(component (import \"f\" (func)))").close();
          try {
            descend(action, 20, 0);
          } catch (StackOverflowError | CompilationException | StackSpaceException e) {
            assertNotNull(e);
          }
          return nothing();
        });
  }

  @Test
  void aHostFunctionCalledAtTheDeepestPointOfTheGuestHasRoom() {
    List<Integer> deepest = new ArrayList<>();
    var linker = new Linker(Guests.ENGINE);
    linker
        .root()
        .func(
            "h",
            call -> {
              deepest.add(call.int32(0));
              return String.format("%s %d %s", "needs", 1, "stack").isEmpty() ? "" : null;
            });
    int depth = 1_000;
    int worked = 0;
    while (depth < 1 << 20) {
      try (var store = new Store(Guests.ENGINE)) {
        linker.instantiate(store, COMPONENT).func("down").call(depth);
        worked = depth;
        depth += depth / 4;
      } catch (TrapException e) {
        assertEquals(TrapCode.STACK_OVERFLOW, e.code());
        break;
      }
    }
    assertTrue(worked >= 1_000);
    // Close in on the deepest.
    for (int step = (depth - worked) / 2; step > 0; step /= 2) {
      try (var store = new Store(Guests.ENGINE)) {
        linker.instantiate(store, COMPONENT).func("down").call(worked + step);
        worked += step;
      } catch (TrapException e) {
        assertEquals(TrapCode.STACK_OVERFLOW, e.code());
      }
    }
    assertTrue(deepest.size() > 5);
  }

  private static int recurse(int depth) {
    return depth == Integer.MIN_VALUE ? 0 : 1 + recurse(depth + 1) % 7;
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 5_000, 10_000})
  void aHostFunctionThatOverflowsDeepInTheGuest(int depth) throws Exception {
    onThread(
        1 << 20,
        () -> {
          for (int i = 0; i < 3; i++) {
            try (var store = new Store(Guests.ENGINE)) {
              var linker = new Linker(Guests.ENGINE);
              linker.root().func("h", call -> "" + recurse(0));
              Func down = linker.instantiate(store, COMPONENT).func("down");
              var exception = assertThrows(HostFunctionException.class, () -> down.call(depth));
              assertInstanceOf(StackOverflowError.class, exception.getCause());
            }
          }
          return nothing();
        });
  }

  /** Endless recursion by way of the host: each level is a store of its own. */
  @Test
  void endlessRecursionThroughHostFunctionsAndStores() throws Exception {
    onThread(
        2 << 20,
        () -> {
          var exception = assertThrows(HostFunctionException.class, StackTest::nest);
          Throwable root = exception;
          while (root.getCause() != null) {
            root = root.getCause();
          }
          assertInstanceOf(StackSpaceException.class, root);
          return nothing();
        });
  }

  private static void nest() {
    try (var store = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE);
      linker
          .root()
          .func(
              "h",
              call -> {
                nest();
                return null;
              });
      linker.instantiate(store, COMPONENT).func("down").call(0);
    }
  }

  @Test
  void virtualThreadsCallGuests() throws Exception {
    List<FutureTask<Void>> tasks = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int number = i;
      var task =
          new FutureTask<>(
              () -> {
                try (var store = new Store(Guests.ENGINE)) {
                  Func add = instance(store, COMPONENT, Guests.ENGINE).func("add");
                  for (int n = 0; n < 50; n++) {
                    assertEquals(number + n, add.call(number, n));
                    // Lets go of its carrier, and goes on with another one.
                    LockSupport.parkNanos(1);
                  }
                }
                return endlessRecursionTraps(Guests.ENGINE, COMPONENT);
              });
      tasks.add(task);
      Thread.ofVirtual().start(task);
    }
    for (var task : tasks) {
      task.get();
    }
  }

  @Test
  void virtualThreadsDeepInsideJavaRecursion() throws Exception {
    var task =
        new FutureTask<>(
            () -> {
              try (var store = new Store(Guests.ENGINE)) {
                Func add = instance(store, COMPONENT, Guests.ENGINE).func("add");
                Throwable thrown =
                    assertThrows(Throwable.class, () -> descend(() -> add.call(1, 2), 10, 0));
                assertTrue(
                    thrown instanceof StackSpaceException || thrown instanceof StackOverflowError,
                    thrown.toString());
              }
              return nothing();
            });
    Thread.ofVirtual().start(task);
    task.get();
  }
}
