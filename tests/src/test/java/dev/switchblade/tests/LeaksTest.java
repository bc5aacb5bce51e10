package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Func;
import dev.switchblade.HostCall;
import dev.switchblade.HostFunction;
import dev.switchblade.HostFunctionException;
import dev.switchblade.InstancePre;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.Store;
import dev.switchblade.TrapException;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Nothing is left behind: native memory, host functions, and what was forgotten. */
final class LeaksTest {

  private static final String WITH_MEMORY =
      """
      (component
        (core module $m
          (memory 1)
          (func (export "touch") (result i32)
            (i32.store (i32.const 0) (i32.const 1))
            (i32.load (i32.const 4))))
        (core instance $m (instantiate $m))
        (func (export "touch") (result u32) (canon lift (core func $m "touch"))))
      """;

  /** Resident memory of this process, in KiB. */
  private static long residentKibibytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D+", ""));
      }
    }
    throw new IOException("no VmRSS");
  }

  /** The Java heap may grow meanwhile: what is bounded is what it can't explain. */
  private static long nativeKibibytes() throws IOException {
    System.gc();
    return residentKibibytes() - Runtime.getRuntime().totalMemory() / 1024;
  }

  private interface Work {
    void run() throws IOException;
  }

  /**
   * Five batches of rounds, of which the median or the mean counts, whichever is less: a leak shows
   * in both, what the garbage collector and the allocator do in one at most.
   */
  private static void assertLeavesNothing(int rounds, int bytesPerRound, Work work)
      throws IOException {
    for (int i = 0; i < rounds / 10; i++) {
      work.run();
    }
    List<Long> growth = new ArrayList<>();
    for (int batch = 0; batch < 5; batch++) {
      long before = nativeKibibytes();
      for (int i = 0; i < rounds / 5; i++) {
        work.run();
      }
      growth.add(nativeKibibytes() - before);
    }
    long median = growth.stream().sorted().toList().get(2);
    long most = (long) rounds / 5 * bytesPerRound / 1024;
    long mean = growth.stream().mapToLong(Long::longValue).sum() / 5;
    assertTrue(
        Math.min(median, mean) < most, "grew by " + growth + " KiB in batches of " + rounds / 5);
  }

  private static void instantiate(Engine engine, InstancePre pre) {
    try (var store = new Store(engine)) {
      assertEquals(0, pre.instantiate(store).func("touch").call());
    }
  }

  /** The limit is one KiB left behind by each; a store alone is more. */
  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "resident memory is read from /proc/self/status")
  void aHundredThousandPooledInstantiations() throws IOException {
    var pool = Engine.Pooling.of(10).withMemoryBytes(1 << 20);
    try (Engine engine = Engine.builder().pooling(pool).build();
        Component component = engine.compileText(WITH_MEMORY);
        InstancePre pre = new Linker(engine).instantiatePre(component)) {
      assertLeavesNothing(100_000, 1 << 10, () -> instantiate(engine, pre));
    }
  }

  /** The limit is one page left behind by each; an instance's memory is more. */
  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "resident memory is read from /proc/self/status")
  void twentyThousandInstantiationsWithoutAPool() throws IOException {
    try (Component component = Guests.wat(WITH_MEMORY);
        InstancePre pre = new Linker(Guests.ENGINE).instantiatePre(component)) {
      assertLeavesNothing(20_000, 4 << 10, () -> instantiate(Guests.ENGINE, pre));
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "resident memory is read from /proc/self/status")
  void failuresLeaveNothingBehind() throws IOException {
    byte[] large = new byte[100_000];
    String trapping =
        """
        (component
          (core module $m (memory 1) (func (export "f") unreachable))
          (core instance $m (instantiate $m))
          (func (export "f") (canon lift (core func $m "f"))))
        """;
    try (Component component = Guests.wat(trapping);
        Component echo = Guests.wat(EchoGuest.text(List.of("list<u8>"), "list<u8>", "utf8"))) {
      var linker = new Linker(Guests.ENGINE);
      assertLeavesNothing(
          2_000,
          32 << 10,
          () -> {
            try (var store = new Store(Guests.ENGINE)) {
              var f = linker.instantiate(store, component).func("f");
              assertThrows(TrapException.class, f::call);
            }
            assertThrows(LinkException.class, () -> linker.instantiatePre(echo));
            var failing = new Linker(Guests.ENGINE);
            failing
                .root()
                .func(
                    "h",
                    call -> {
                      throw new IOException("no");
                    });
            try (var store = new Store(Guests.ENGINE)) {
              var f = failing.instantiate(store, echo).func("f");
              assertThrows(HostFunctionException.class, () -> f.call((Object) large));
            }
          });
    }
  }

  private static void collectUntil(BooleanSupplier done) {
    for (int i = 0; i < 200 && !done.getAsBoolean(); i++) {
      System.gc();
      try {
        // The Cleaner's thread needs a moment after each collection.
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static final class Logger implements HostFunction {
    @Override
    public Object call(HostCall call) {
      return call.argument(0);
    }
  }

  @Test
  void hostFunctionsAreUnreachableOnceAllThatUsesThemIsClosed() {
    List<WeakReference<Logger>> loggers = new ArrayList<>();
    try (Component component = Guests.wat(EchoGuest.text(List.of("u32"), "u32", "utf8"))) {
      for (boolean storeFirst : new boolean[] {true, false}) {
        InstancePre pre = linked(component, loggers);
        var store = new Store(Guests.ENGINE);
        assertEquals(5, pre.instantiate(store).func("f").call(5));
        if (storeFirst) {
          store.close();
        } else {
          pre.close();
        }
        System.gc();
        assertTrue(!loggers.getLast().refersTo(null), "it is still in use");
        store.close();
        pre.close();
      }
      collectUntil(() -> loggers.stream().allMatch(logger -> logger.refersTo(null)));
      for (var logger : loggers) {
        assertTrue(logger.refersTo(null), "a host function is kept");
      }
    }
  }

  private static InstancePre linked(Component component, List<WeakReference<Logger>> loggers) {
    var logger = new Logger();
    loggers.add(new WeakReference<>(logger));
    var linker = new Linker(Guests.ENGINE);
    linker.root().func("h", logger);
    return linker.instantiatePre(component);
  }

  @Test
  void whatIsForgottenIsReleasedSomeTime() {
    List<WeakReference<Logger>> loggers = new ArrayList<>();
    try (Component component = Guests.wat(EchoGuest.text(List.of("u32"), "u32", "utf8"))) {
      for (int i = 0; i < 50; i++) {
        forget(component, loggers);
      }
      // The native objects hold the host functions: they are gone when these are.
      collectUntil(() -> loggers.stream().allMatch(logger -> logger.refersTo(null)));
      long kept = loggers.stream().filter(logger -> !logger.refersTo(null)).count();
      assertEquals(0, kept);
    }
  }

  private static void forget(Component component, List<WeakReference<Logger>> loggers) {
    InstancePre pre = linked(component, loggers);
    var store = new Store(Guests.ENGINE);
    assertEquals(1, pre.instantiate(store).func("f").call(1));
  }

  @Test
  void aPoolGetsTheSlotsOfForgottenStoresBack() {
    var pool = Engine.Pooling.of(5).withMemoryBytes(1 << 20);
    try (Engine engine = Engine.builder().pooling(pool).build();
        Component component = engine.compileText(WITH_MEMORY);
        InstancePre pre = new Linker(engine).instantiatePre(component)) {
      for (int i = 0; i < 5; i++) {
        pre.instantiate(new Store(engine)).func("touch").call();
      }
      boolean[] free = new boolean[1];
      collectUntil(
          () -> {
            try (var store = new Store(engine)) {
              pre.instantiate(store);
              free[0] = true;
            } catch (ResourceLimitException e) {
              free[0] = false;
            }
            return free[0];
          });
      assertTrue(free[0], "the pool is used up for ever");
    }
  }

  /** A function keeps its store, as anybody would expect who holds nothing else. */
  @Test
  void aFunctionKeepsWhatItNeeds() {
    var f = onlyTheFunction();
    for (int i = 0; i < 5; i++) {
      System.gc();
      assertEquals(i, f.call(i));
    }
  }

  private static Func onlyTheFunction() {
    Engine engine = Engine.create();
    Component component = engine.compileText(EchoGuest.text(List.of("u32"), "u32", "utf8"));
    var linker = new Linker(engine);
    linker.root().func("h", new Logger());
    return linker.instantiate(new Store(engine), component).func("f");
  }
}
