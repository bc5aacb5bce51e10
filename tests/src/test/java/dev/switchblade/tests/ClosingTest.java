package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Func;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.wit.Wave;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Closed objects say so; what was made from them goes on; no order of closing does harm. */
final class ClosingTest {

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  private static final List<String> PARTS = List.of("engine", "component", "pre", "store");

  static Stream<List<String>> allOrders() {
    List<List<String>> orders = new ArrayList<>();
    permute(new ArrayList<>(PARTS), 0, orders);
    return orders.stream();
  }

  private static void permute(List<String> parts, int from, List<List<String>> into) {
    if (from == parts.size()) {
      into.add(List.copyOf(parts));
    }
    for (int i = from; i < parts.size(); i++) {
      Collections.swap(parts, from, i);
      permute(parts, from + 1, into);
      Collections.swap(parts, from, i);
    }
  }

  /** A whole set of objects, each of which can be closed and tried. */
  private static final class Parts implements AutoCloseable {
    final Engine engine = Engine.create();
    final Component component =
        engine.compileText(EchoGuest.text(List.of("list<u8>"), "list<u8>", "utf8"));
    final Linker linker = new Linker(engine);
    final InstancePre pre;
    final Store store = new Store(engine);
    final Store other = new Store(engine);
    final Instance instance;
    final Func f;

    Parts() {
      linker.root().func("h", call -> call.bytes(0));
      pre = linker.instantiatePre(component);
      instance = pre.instantiate(store);
      f = instance.func("f");
    }

    void closePart(String part) {
      switch (part) {
        case "engine" -> engine.close();
        case "component" -> component.close();
        case "pre" -> pre.close();
        default -> store.close();
      }
    }

    @Override
    public void close() {
      PARTS.forEach(this::closePart);
      other.close();
    }

    private static void expect(boolean closed, String name, Executable use) throws Exception {
      if (closed) {
        var exception = assertThrows(IllegalStateException.class, use);
        assertEquals(name + " is closed", exception.getMessage());
      } else {
        try {
          use.execute();
        } catch (Throwable e) {
          throw new AssertionError(name, e);
        }
      }
    }

    /** Everything either works or says what is closed. */
    void use(List<String> closed) throws Exception {
      boolean engineClosed = closed.contains("engine");
      expect(engineClosed, "the engine", () -> new Store(engine).close());
      expect(engineClosed, "the engine", () -> engine.compileText("(component)").close());
      expect(
          closed.contains("component"),
          "the component",
          () -> linker.instantiatePre(component).close());
      expect(
          closed.contains("component"),
          "the component",
          () -> linker.instantiate(other, component));
      expect(closed.contains("pre"), "the pre-instantiation", () -> pre.instantiate(other));
      boolean storeClosed = closed.contains("store");
      for (int size : new int[] {10, 100_000}) {
        byte[] bytes = new byte[size];
        bytes[size - 1] = 1;
        expect(
            storeClosed,
            "the store",
            () -> Values.assertSame(bytes, f.call((Object) bytes), "the result"));
      }
      expect(storeClosed, "the store", () -> f.begin().close());
      // These need no native object.
      assertEquals("f", instance.func("f").name());
      assertEquals(1, component.exports().size());
      assertTrue(component.wit().contains("export f"), component.wit());
    }
  }

  @ParameterizedTest
  @MethodSource("allOrders")
  void everyOrderOfClosingWorks(List<String> order) {
    var parts = new Parts();
    order.forEach(parts::closePart);
    order.forEach(parts::closePart);
    parts.close();
  }

  @ParameterizedTest
  @MethodSource("allOrders")
  void whatIsNotClosedYetWorksOn(List<String> order) throws Exception {
    try (var parts = new Parts()) {
      List<String> closed = new ArrayList<>();
      parts.use(closed);
      for (String part : order) {
        parts.closePart(part);
        closed.add(part);
        parts.use(closed);
      }
    }
  }

  @Test
  void aClosedPreInstantiationRefusesBeforeTheStoreDoes() {
    try (var parts = new Parts()) {
      parts.pre.close();
      parts.store.close();
      assertThrows(IllegalStateException.class, () -> parts.pre.instantiate(parts.store));
    }
  }

  @Test
  void instantiatingInAClosedStoreSaysSo() {
    try (var parts = new Parts()) {
      parts.store.close();
      var exception =
          assertThrows(IllegalStateException.class, () -> parts.pre.instantiate(parts.store));
      assertEquals("the store is closed", exception.getMessage());
      exception =
          assertThrows(
              IllegalStateException.class,
              () -> parts.linker.instantiate(parts.store, parts.component));
      assertEquals("the store is closed", exception.getMessage());
    }
  }

  @Test
  void waveNeedsTheComponentAndTheStore() {
    try (var parts = new Parts()) {
      assertEquals("[1, 2]", Wave.call(parts.instance, "f([1, 2])"));
      parts.component.close();
      var exception =
          assertThrows(IllegalStateException.class, () -> Wave.call(parts.instance, "f([])"));
      assertEquals("the component is closed", exception.getMessage());
    }
    try (var parts = new Parts()) {
      parts.store.close();
      var exception =
          assertThrows(IllegalStateException.class, () -> Wave.call(parts.instance, "f([])"));
      assertEquals("the store is closed", exception.getMessage());
    }
  }

  @Test
  void aStoreThatIsInUseCannotBeClosed() {
    try (var parts = new Parts()) {
      try (var call = parts.f.begin()) {
        var exception = assertThrows(IllegalStateException.class, parts.store::close);
        assertTrue(exception.getMessage().contains("in use"), exception.getMessage());
        call.arguments().putBytes(0, new byte[] {5});
        call.invoke();
        assertEquals(1, call.result().getBytes(0).length);
      }
      parts.store.close();
      assertThrows(IllegalStateException.class, () -> parts.f.call((Object) new byte[0]));
    }
  }

  @Test
  void whateverIsClosedWhileAGuestWaitsForTheHostStaysUntilItReturns() {
    Engine engine = Engine.create();
    Component component = engine.compileText(EchoGuest.text(List.of("string"), "string", "utf8"));
    var linker = new Linker(engine);
    var store = new Store(engine);
    List<InstancePre> pre = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    linker
        .root()
        .func(
            "h",
            call -> {
              pre.getFirst().close();
              component.close();
              engine.close();
              refused.add(assertThrows(IllegalStateException.class, store::close).getMessage());
              return call.string(0) + "!";
            });
    pre.add(linker.instantiatePre(component));
    Func f = pre.getFirst().instantiate(store).func("f");
    assertEquals("a!", f.call("a"));
    assertEquals("b!", f.call("b"));
    assertEquals(2, refused.size());
    store.close();
  }
}
