package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.Linker;
import dev.switchblade.Resource;
import dev.switchblade.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An instance is the one that was made, whatever uses its store right after. */
@Timeout(300)
final class InstanceNumbersTest {

  @TempDir Path folder;

  private void assertSurvived(String trial) throws Exception {
    Trials.assertSurvived(folder, InstanceNumbersTest.class, trial);
  }

  @Test
  void destructorsThatRunBeforeTheStoreIsLeftDontChangeWhichInstanceItIs() throws Exception {
    assertSurvived("destructors");
  }

  @Test
  void hostFunctionsThatRunWhileItIsMadeDontChangeWhichInstanceItIs() throws Exception {
    assertSurvived("hostFunctions");
  }

  @Test
  void threadsThatInstantiateInOneStoreGetTheirOwnInstances() throws Exception {
    assertSurvived("threads");
  }

  /** Tells when it starts; keeps a number; has a resource that tells when it is dropped. */
  private static final String GUEST =
      """
      (component
        (import "started" (func $started (param "number" u32) (result u32)))
        (import "log" (func $log (param "number" u32)))
        (core func $started-core (canon lower (func $started)))
        (core func $log-core (canon lower (func $log)))
        (core module $destructor
          (import "" "log" (func $log (param i32)))
          (func (export "destructor") (param i32) (call $log (local.get 0))))
        (core instance $destructor
          (instantiate $destructor (with "" (instance (export "log" (func $log-core))))))
        (type $counter-here (resource (rep i32) (dtor (core func $destructor "destructor"))))
        (export $counter "counter" (type $counter-here))
        (core func $new (canon resource.new $counter-here))
        (core module $m
          (import "" "started" (func $started (param i32) (result i32)))
          (import "" "new" (func $new (param i32) (result i32)))
          (global $number (mut i32) (i32.const -1))
          (func $start (drop (call $started (i32.const 123456))))
          (start $start)
          (func (export "set") (param i32) (global.set $number (local.get 0)))
          (func (export "get") (result i32) (global.get $number))
          (func (export "same") (param i32) (result i32) (local.get 0))
          (func (export "make") (param i32) (result i32) (call $new (local.get 0))))
        (core instance $m (instantiate $m (with "" (instance
          (export "started" (func $started-core)) (export "new" (func $new))))))
        (func (export "set") (param "number" u32) (canon lift (core func $m "set")))
        (func (export "get") (result u32) (canon lift (core func $m "get")))
        (func (export "same") (param "number" u32) (result u32) (canon lift (core func $m "same")))
        (func (export "make") (param "number" u32) (result (own $counter))
          (canon lift (core func $m "make"))))
      """;

  private static Linker linker(Callable<?> started, List<Integer> logged) {
    var linker = new Linker(Guests.ENGINE);
    linker
        .root()
        .func(
            "started",
            call -> {
              started.call();
              return 7654321;
            })
        .func(
            "log",
            call -> {
              logged.add(call.int32(0));
              return null;
            });
    return linker;
  }

  private static void assertEachIsItself(List<Instance> instances) {
    for (int i = 0; i < instances.size(); i++) {
      instances.get(i).func("set").call(1000 + i);
    }
    for (int i = 0; i < instances.size(); i++) {
      assertEquals(1000 + i, instances.get(i).func("get").call());
    }
  }

  static void destructors() throws Exception {
    List<Resource> toClose = new ArrayList<>();
    List<Integer> logged = new ArrayList<>();
    Linker linker =
        linker(
            () -> {
              // The store is in use: what is closed here waits until it is left.
              toClose.forEach(Resource::close);
              toClose.clear();
              return null;
            },
            logged);
    try (Component component = Guests.wat(GUEST);
        InstancePre pre = linker.instantiatePre(component);
        var store = new Store(Guests.ENGINE)) {
      List<Instance> instances = new ArrayList<>();
      instances.add(pre.instantiate(store));
      for (int i = 0; i < 20; i++) {
        var counter = (Resource) instances.getFirst().func("make").call(i % 3 == 0 ? 0 : 77 + i);
        toClose.add(Objects.requireNonNull(counter));
        instances.add(pre.instantiate(store));
        assertEquals(i + 1, logged.size());
      }
      assertEachIsItself(instances);
    }
    HealthyJvm.assertCallsWork();
  }

  static void hostFunctions() throws Exception {
    Linker linker = linker(() -> null, new ArrayList<>());
    try (Component component = Guests.wat(GUEST);
        InstancePre pre = linker.instantiatePre(component);
        var store = new Store(Guests.ENGINE)) {
      List<Instance> instances = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        instances.add(pre.instantiate(store));
      }
      assertEachIsItself(instances);
    }
    HealthyJvm.assertCallsWork();
  }

  /** Waits for the store by trying, as long as it takes. */
  private static <T> T whenItIsFree(Callable<T> use) throws Exception {
    while (true) {
      try {
        return use.call();
      } catch (IllegalStateException e) {
        String message = String.valueOf(e.getMessage());
        if (!message.startsWith("the store is in use by ")) {
          throw e;
        }
      }
    }
  }

  static void threads() throws Exception {
    int threads = 4;
    int rounds = 60;
    int each = 50;
    Linker linker = linker(() -> null, new ArrayList<>());
    try (Component component = Guests.wat(GUEST);
        InstancePre pre = linker.instantiatePre(component)) {
      for (int round = 0; round < rounds; round++) {
        try (var store = new Store(Guests.ENGINE)) {
          Instance first = pre.instantiate(store);
          var over = new AtomicBoolean();
          var begin = new CyclicBarrier(threads);
          var numbers = new AtomicInteger();
          // Writes to where the number of an instance was told.
          FutureTask<@Nullable Void> caller =
              Trials.background(
                  () -> {
                    while (!over.get()) {
                      Object same = whenItIsFree(() -> first.func("same").call(0x7fff_0000));
                      assertEquals(0x7fff_0000, same);
                    }
                    return null;
                  });
          List<FutureTask<@Nullable Void>> tasks = new ArrayList<>();
          for (int i = 0; i < threads; i++) {
            tasks.add(
                Trials.background(
                    () -> {
                      begin.await();
                      for (int j = 0; j < each; j++) {
                        Instance made = whenItIsFree(() -> pre.instantiate(store));
                        int number = numbers.incrementAndGet();
                        // Taken by another one, it would have that one's number.
                        assertEquals(-1, whenItIsFree(() -> made.func("get").call()));
                        whenItIsFree(() -> Boolean.valueOf(made.func("set").call(number) == null));
                        assertEquals(number, whenItIsFree(() -> made.func("get").call()));
                      }
                      return null;
                    }));
          }
          try {
            for (var task : tasks) {
              task.get();
            }
          } finally {
            over.set(true);
          }
          caller.get();
          assertTrue(numbers.get() == threads * each);
        }
      }
    }
    HealthyJvm.assertCallsWork();
  }
}
