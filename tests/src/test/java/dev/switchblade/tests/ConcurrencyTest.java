package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.InstancePre;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be shared by threads: engines, components, linkers, pre-instantiations. */
final class ConcurrencyTest {

  private static final int THREADS = 8;

  /** Runs a task on several threads that begin together. */
  private static void onThreads(int count, Callable<Void> body) throws Exception {
    var ready = new CountDownLatch(count);
    List<FutureTask<Void>> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      var task =
          new FutureTask<>(
              () -> {
                ready.countDown();
                ready.await();
                return body.call();
              });
      tasks.add(task);
      Thread.ofPlatform().daemon().start(task);
    }
    for (var task : tasks) {
      task.get();
    }
  }

  @ParameterizedTest(name = "pooling={0}")
  @ValueSource(booleans = {false, true})
  void threadsShareAPreInstantiation(boolean pooling) throws Exception {
    Engine.Builder builder = Engine.builder();
    if (pooling) {
      builder.pooling(Engine.Pooling.of(THREADS * 2).withMemoryBytes(8 << 20));
    }
    var calls = new AtomicInteger();
    List<String> types = List.of("string", "list<u8>");
    try (Engine engine = builder.build();
        Component component = engine.compileText(EchoGuest.text(types, "string", "utf8"))) {
      var linker = new Linker(engine);
      linker
          .root()
          .func(
              "h",
              call -> {
                calls.incrementAndGet();
                return call.string(0) + call.bytes(1).length;
              });
      try (InstancePre pre = linker.instantiatePre(component)) {
        onThreads(
            THREADS,
            () -> {
              String name = Thread.currentThread().toString();
              for (int i = 0; i < 100; i++) {
                try (var store = new Store(engine)) {
                  var f = pre.instantiate(store).func("f");
                  byte[] bytes = new byte[i * 317];
                  assertEquals(name + bytes.length, f.call(name, bytes));
                  String large = name.repeat(500);
                  assertEquals(large + 3, f.call(large, new byte[3]));
                }
              }
              return null;
            });
      }
    }
    assertEquals(THREADS * 200, calls.get());
  }

  @Test
  void threadsShareAComponentAndALinker() throws Exception {
    var linker = new Linker(Guests.ENGINE);
    linker.root().func("logger", call -> null);
    try (Component component = Guests.ENGINE.compile(Guests.file("processor.wasm"))) {
      onThreads(
          THREADS,
          () -> {
            for (int i = 0; i < 30; i++) {
              try (var store = new Store(Guests.ENGINE)) {
                byte[] result =
                    (byte[])
                        linker
                            .instantiate(store, component)
                            .func("process")
                            .call((Object) new byte[] {(byte) i});
                assertEquals(~i, Objects.requireNonNull(result)[0]);
              }
            }
            return null;
          });
    }
  }

  @Test
  void threadsCompileInOneEngine() throws Exception {
    onThreads(
        4,
        () -> {
          for (int i = 1; i < 6; i++) {
            String text =
                """
                (component
                  (core module $m (func (export "f") (result i32) (i32.const %d)))
                  (core instance $m (instantiate $m))
                  (func (export "f") (result u32) (canon lift (core func $m "f"))))
                """
                    .formatted(i);
            try (Component component = Guests.wat(text);
                var store = new Store(Guests.ENGINE)) {
              assertEquals(
                  i, new Linker(Guests.ENGINE).instantiate(store, component).func("f").call());
            }
          }
          return null;
        });
  }

  @Test
  void closingWhileOthersUseIsASuccessOrARefusal() throws Exception {
    for (int round = 0; round < 30; round++) {
      Engine engine = Engine.create();
      Component component = engine.compileText(EchoGuest.text(List.of("u32"), "u32", "utf8"));
      var linker = new Linker(engine);
      linker.root().func("h", call -> call.int32(0));
      InstancePre pre = linker.instantiatePre(component);
      var turn = new AtomicInteger();
      int which = round % 3;
      onThreads(
          4,
          () -> {
            boolean closer = turn.getAndIncrement() == 0;
            for (int i = 0; i < 20; i++) {
              if (closer && i == 5) {
                switch (which) {
                  case 0 -> pre.close();
                  case 1 -> component.close();
                  default -> engine.close();
                }
              }
              try (var store = new Store(engine)) {
                assertEquals(i, pre.instantiate(store).func("f").call(i));
                assertEquals(i, linker.instantiate(store, component).func("f").call(i));
              } catch (IllegalStateException e) {
                assertEquals(
                    List.of(
                            "the pre-instantiation is closed",
                            "the component is closed",
                            "the engine is closed")
                        .get(which),
                    e.getMessage());
              }
            }
            return null;
          });
      pre.close();
      component.close();
      engine.close();
    }
    HealthyJvm.assertCallsWork();
  }

  /** One store, many threads: each call is answered or refused, and none is lost. */
  @Test
  void threadsThatFightForAStoreGetAnswersOrRefusals() throws Exception {
    var answered = new AtomicInteger();
    var served = new AtomicInteger();
    try (var guest =
        new EchoGuest(
            "string",
            call -> {
              served.incrementAndGet();
              return call.string(0);
            })) {
      onThreads(
          THREADS,
          () -> {
            String text = Thread.currentThread().toString();
            for (int i = 0; i < 500; i++) {
              try {
                assertEquals(text, guest.call(text));
                answered.incrementAndGet();
              } catch (IllegalStateException e) {
                assertEquals(true, e.getMessage().startsWith("the store is in use by "));
              }
            }
            return null;
          });
      assertEquals(served.get(), answered.get());
      assertEquals("after all", guest.call("after all"));
    }
  }
}
