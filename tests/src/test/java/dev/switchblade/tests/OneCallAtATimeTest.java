package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.HostFunctionException;
import dev.switchblade.InstancePre;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store serves one call at a time: other threads, and host functions, are told so. */
final class OneCallAtATimeTest {

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  private static <T> FutureTask<T> start(String name, Callable<T> body) {
    var task = new FutureTask<>(body);
    Thread.ofPlatform().name(name).daemon().start(task);
    return task;
  }

  @Test
  void aSecondThreadIsToldWhoIsInTheStore() throws Exception {
    var entered = new CountDownLatch(1);
    var mayReturn = new CountDownLatch(1);
    try (var guest =
        new EchoGuest(
            "string",
            call -> {
              entered.countDown();
              mayReturn.await();
              return call.string(0);
            })) {
      FutureTask<Object> first = start("request-1", () -> guest.call("one"));
      entered.await();
      for (int i = 0; i < 3; i++) {
        var exception = assertThrows(IllegalStateException.class, () -> guest.call("two"));
        assertEquals(
            "the store is in use by thread \"request-1\"; a store serves one call at a time (see"
                + " Store)",
            exception.getMessage());
      }
      var exception = assertThrows(IllegalStateException.class, guest::close);
      assertTrue(exception.getMessage().contains("request-1"), exception.getMessage());
      mayReturn.countDown();
      assertEquals("one", first.get());
      assertEquals("three", guest.call("three"));
    }
  }

  @Test
  void anotherThreadCannotUseTheCallOfTheFirst() throws Exception {
    try (var guest = new EchoGuest("string", call -> call.string(0));
        var call = guest.f().begin()) {
      FutureTask<String> second =
          start(
              "second",
              () ->
                  assertThrows(IllegalStateException.class, () -> guest.call("two")).getMessage());
      assertTrue(second.get().contains("in use by thread"), second.get());
      call.arguments().putString(0, "one");
      call.invoke();
      assertEquals("one", call.result().getString(0));
    }
  }

  @Test
  void aStoreCanMoveFromThreadToThread() throws Exception {
    try (var guest = new EchoGuest("string", call -> call.string(0))) {
      for (int i = 0; i < 20; i++) {
        String text = "call " + i;
        assertEquals(text, start("thread " + i, () -> guest.call(text)).get());
      }
    }
  }

  @Test
  void aHostFunctionCannotReenterItsStore() {
    List<String> refused = new ArrayList<>();
    List<Func> self = new ArrayList<>();
    List<Runnable> other = new ArrayList<>();
    Component component = Guests.wat(EchoGuest.text(List.of("string"), "string", "utf8"));
    try (component;
        var store = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE);
      linker
          .root()
          .func(
              "h",
              call -> {
                for (Runnable use : other) {
                  refused.add(assertThrows(IllegalStateException.class, use::run).getMessage());
                }
                return call.string(0);
              });
      try (InstancePre pre = linker.instantiatePre(component)) {
        self.add(pre.instantiate(store).func("f"));
        other.add(() -> self.getFirst().call("again"));
        other.add(() -> self.getFirst().begin());
        other.add(() -> pre.instantiate(store));
        other.add(store::close);
        assertEquals("text", self.getFirst().call("text"));
        assertEquals("text", self.getFirst().call("text"));
      }
    }
    assertEquals(8, refused.size());
    for (String message : refused) {
      assertEquals(
          "the store is in use by this very thread: its guest waits for what this thread is doing"
              + " (a host function, a visitor, a stream), which can't call into it (see Store)",
          message);
    }
  }

  @Test
  void aRefusedReentranceThatIsNotCaughtIsTheCause() {
    List<Func> self = new ArrayList<>();
    try (var guest =
        new EchoGuest("string", call -> Objects.requireNonNull(self.getFirst().call("x")))) {
      self.add(guest.f());
      var exception = assertThrows(HostFunctionException.class, () -> guest.call("text"));
      assertTrue(exception.getCause() instanceof IllegalStateException, exception.toString());
      assertTrue(
          exception.getMessage().contains("in use by this very thread"), exception.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 30})
  void hostFunctionsCanCallIntoOtherStores(int depth) {
    String echo = EchoGuest.text(List.of("string"), "string", "utf8");
    try (Component component = Guests.wat(echo)) {
      assertEquals("|".repeat(depth) + "x" + "0".repeat(20_000), nested(component, depth));
    }
  }

  private static String nested(Component component, int depth) {
    if (depth == 0) {
      return "x" + "0".repeat(20_000);
    }
    try (var store = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE);
      linker
          .root()
          .func(
              "h",
              call -> {
                String inner = nested(component, depth - 1);
                // What the outer guest passed is still there.
                assertEquals("level " + depth, call.string(0));
                return "|" + inner;
              });
      Func f = linker.instantiate(store, component).func("f");
      return (String) assertNotNullAnd(f.call("level " + depth));
    }
  }

  private static Object assertNotNullAnd(@Nullable Object value) {
    assertNotNull(value);
    return Objects.requireNonNull(value);
  }

  @Test
  void aFailureInAnInnerStoreLeavesTheOuterOneUsable() {
    Component component = Guests.wat(EchoGuest.text(List.of("string"), "string", "utf8"));
    try (component;
        var outer =
            new EchoGuest(
                "string",
                call -> {
                  try (var inner =
                      new EchoGuest(
                          "string",
                          innerCall -> {
                            throw new IllegalStateException("inner");
                          })) {
                    return assertThrows(HostFunctionException.class, () -> inner.call("a"))
                        .getCause()
                        .getMessage();
                  }
                })) {
      assertEquals("inner", outer.call("text"));
      assertEquals("inner", outer.call("text"));
    }
  }
}
