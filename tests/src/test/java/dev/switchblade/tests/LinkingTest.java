package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.CompilationException;
import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Instance;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.Store;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Imports and what satisfies them; exports and how they are found. */
final class LinkingTest {

  /** Imports {@code get: func() -> u32} of an interface, and exports it as {@code f}. */
  private static Component importing(String name) {
    return Guests.wat(
        """
        (component
          (import "%s" (instance $i (export "get" (func (result u32)))))
          (core func $get (canon lower (func $i "get")))
          (core module $m
            (import "i" "get" (func $get (result i32)))
            (func (export "f") (result i32) (call $get)))
          (core instance $i (export "get" (func $get)))
          (core instance $m (instantiate $m (with "i" (instance $i))))
          (func (export "f") (result u32) (canon lift (core func $m "f"))))
        """
            .formatted(name));
  }

  private static Object resultOf(Linker linker, Component component) {
    try (var store = new Store(Guests.ENGINE)) {
      Object result = linker.instantiate(store, component).func("f").call();
      return Objects.requireNonNull(result);
    }
  }

  @ParameterizedTest(name = "{1} for {0}")
  @CsvSource({
    "a:b/c, a:b/c",
    "a:b/c@1.0.0, a:b/c@1.0.0",
    "a:b/c@1.0.0, a:b/c@1.2.0",
    "a:b/c@1.2.0, a:b/c@1.0.0",
    "a:b/c@1.2.3, a:b/c@1.2.4",
    "a:b/c@0.2.0, a:b/c@0.2.9",
    "a:b/c@0.2.9, a:b/c@0.2.0",
    "a:b/c@0.0.1, a:b/c@0.0.1",
    "a:b/c@1.0.0-rc.1, a:b/c@1.0.0-rc.1",
  })
  void interfacesOfACompatibleVersionSatisfyAnImport(String imported, String provided) {
    var linker = new Linker(Guests.ENGINE);
    linker.instance(provided).func("get", call -> 42);
    assertTrue(Linker.satisfies(imported, provided));
    try (Component component = importing(imported)) {
      assertEquals(42, resultOf(linker, component));
      Linker without = linker.without(List.of(imported));
      assertThrows(LinkException.class, () -> without.instantiatePre(component));
    }
  }

  @ParameterizedTest(name = "{1} for {0}")
  @CsvSource({
    "a:b/c@1.0.0, a:b/c@2.0.0",
    "a:b/c@2.0.0, a:b/c@1.9.9",
    "a:b/c@1.0.0, a:b/c@0.1.0",
    "a:b/c@0.2.0, a:b/c@0.3.0",
    "a:b/c@0.0.1, a:b/c@0.0.2",
    "a:b/c@1.0.0-rc.1, a:b/c@1.0.0",
    "a:b/c@1.0.0, a:b/d@1.0.0",
    "a:b/c@1.0.0, a:b/c",
    "a:b/c, a:b/c@1.0.0",
  })
  void interfacesOfAnotherVersionDoNot(String imported, String provided) {
    var linker = new Linker(Guests.ENGINE);
    linker.instance(provided).func("get", call -> 42);
    assertFalse(Linker.satisfies(imported, provided));
    try (Component component = importing(imported);
        Component other = importing(provided)) {
      assertEquals(42, resultOf(linker.without(List.of(imported)), other));
      var exception = assertThrows(LinkException.class, () -> linker.instantiatePre(component));
      String message = exception.getMessage();
      assertTrue(
          message.contains("imports " + imported + ", which was not found in the linker"), message);
      assertTrue(message.contains("get: func() -> u32"), message);
      assertTrue(message.contains("linker.instance(\"" + imported + "\").func(\"get\""), message);
    }
    HealthyJvm.assertCallsWork();
  }

  @Test
  void theHighestCompatibleVersionIsTakenUnlessTheExactOneIsThere() {
    var linker = new Linker(Guests.ENGINE);
    linker.instance("a:b/c@1.1.0").func("get", call -> 110);
    linker.instance("a:b/c@1.10.0").func("get", call -> 1100);
    linker.instance("a:b/c@1.9.0").func("get", call -> 190);
    linker.instance("a:b/c@2.0.0").func("get", call -> 200);
    try (Component component = importing("a:b/c@1.0.0");
        Component exact = importing("a:b/c@1.1.0")) {
      assertEquals(1100, resultOf(linker, component));
      assertEquals(110, resultOf(linker, exact));
    }
  }

  @Test
  void theMessageListsEverythingThatIsMissing() {
    String text =
        """
        (component
          (import "alone" (func (param "x" string)))
          (import "there" (func))
          (import "a:b/c@1.0.0" (instance
            (export "one" (func (param "x" u32) (result (list u8))))
            (export "two" (func))))
          (import "a:b/d@0.2.0" (instance (export "three" (func)))))
        """;
    var linker = new Linker(Guests.ENGINE);
    linker.root().func("there", call -> null);
    linker.instance("a:b/c@1.0.0").func("one", call -> new byte[0]);
    linker.instance("a:b/d@0.1.0").func("three", call -> null);
    try (Component component = Guests.wat(text)) {
      var exception = assertThrows(LinkException.class, () -> linker.instantiatePre(component));
      assertEquals(
          """
          component imports what was not found in the linker.
            alone: func(x: string);
          component imports a:b/c@1.0.0, of which this was not found in the linker.
            two: func();
          component imports a:b/d@0.2.0, which was not found in the linker (the linker has a:b/d@0.1.0).
            three: func();
          Provide it with linker.root().func("alone", …).\
          """,
          exception.getMessage());
    }
    HealthyJvm.assertCallsWork();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(param \"x\" (future u32))",
        "(param \"x\" (stream u8))",
        "async (result u8)",
      })
  void componentModelAsyncNeedsAnEngineOfItsOwnAndTheMessageSaysSo(String function) {
    String text = "(component (import \"f\" (func " + function + ")))";
    var exception = assertThrows(CompilationException.class, () -> Guests.wat(text));
    String message = exception.getMessage();
    assertTrue(message.contains("component-model async"), message);
    assertTrue(message.contains("needs an engine with concurrency support"), message);
    HealthyJvm.assertCallsWork();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(import \"m\" (core module))",
        "(import \"i\" (instance (export \"m\" (core module))))",
      })
  void importsThatNoHostFunctionCanSatisfyAreNamed(String imported) {
    try (Component component = Guests.wat("(component " + imported + ")")) {
      var linker = new Linker(Guests.ENGINE);
      var exception = assertThrows(LinkException.class, () -> linker.instantiatePre(component));
      String message = exception.getMessage();
      String place = imported.contains("instance") ? "linker.instance(\"i\")" : "linker.root()";
      assertTrue(message.contains("/* core module */ m;"), message);
      assertTrue(message.contains("Provide it with " + place + ".module(\"m\", …)"), message);
    }
    HealthyJvm.assertCallsWork();
  }

  @Test
  void unknownFunctionsAreAnsweredWithTheKnownOnes() {
    try (Component component = Guests.ENGINE.compile(Guests.file("calculator.wasm"));
        var store = new Store(Guests.ENGINE)) {
      Instance instance = new Linker(Guests.ENGINE).instantiate(store, component);
      for (String name : List.of("add", "", "adds")) {
        var exception = assertThrows(LinkException.class, () -> instance.func(name));
        assertEquals(
            "calculator.wasm exports no function "
                + name
                + (name.isEmpty() ? "" : "; did you mean acme:calculator/calc@1.0.0#add?")
                + "; it exports acme:calculator/calc@1.0.0#add,"
                + " acme:calculator/calc@1.0.0#process-data,"
                + " acme:calculator/calc@1.0.0#process-text",
            exception.getMessage());
      }
      var exception =
          assertThrows(
              LinkException.class, () -> instance.func("acme:calculator/calc@2.0.0", "add"));
      assertTrue(
          exception.getMessage().contains("no function acme:calculator/calc@2.0.0#add;"),
          exception.getMessage());
    }
    Component empty = Guests.wat("(component)");
    try (var store = new Store(Guests.ENGINE)) {
      Instance instance = new Linker(Guests.ENGINE).instantiate(store, empty);
      var exception = assertThrows(LinkException.class, () -> instance.func("f"));
      assertEquals(
          "component exports no function f; it exports no functions", exception.getMessage());
      empty.close();
      // Nobody can tell then which function is near.
      assertThrows(LinkException.class, () -> instance.func("f"));
    }
    HealthyJvm.assertCallsWork();
  }

  @Test
  void aFunctionCanBeDefinedOnce() {
    LinkerInstance root = new Linker(Guests.ENGINE).root().func("f", call -> null);
    var exception = assertThrows(IllegalStateException.class, () -> root.func("f", call -> null));
    assertEquals("the function f of the root is defined already", exception.getMessage());
    var inInterface = new Linker(Guests.ENGINE).instance("a:b/c").func("f", call -> null);
    exception =
        assertThrows(
            IllegalStateException.class, () -> inInterface.funcOverImages("f", (in, out) -> {}));
    assertEquals("the function f of a:b/c is defined already", exception.getMessage());
  }

  @Test
  void whatIsDefinedAfterLinkingHasNoEffect() {
    var linker = new Linker(Guests.ENGINE);
    linker.instance("a:b/c@1.0.0").func("get", call -> 1);
    try (Component component = importing("a:b/c@1.1.0");
        var pre = linker.instantiatePre(component);
        var store = new Store(Guests.ENGINE)) {
      linker.instance("a:b/c@1.1.0").func("get", call -> 2);
      assertEquals(1, pre.instantiate(store).func("f").call());
      assertEquals(2, resultOf(linker, component));
    }
  }

  /** Each has what the other one had before. */
  @Test
  void aLinkerWithoutSomeImportsIsOneByItself() {
    var linker = new Linker(Guests.ENGINE);
    assertSame(Guests.ENGINE, linker.engine());
    LinkerInstance before = linker.instance("a:b/c@1.0.0").func("get", call -> 1);
    Linker same = linker.without(List.of());
    assertSame(Guests.ENGINE, same.engine());
    linker.instance("a:b/d").func("get", call -> 2);
    before.func("late", call -> null);
    same.instance("a:b/e").func("get", call -> 3);
    same.instance("a:b/c@1.0.0").func("late", call -> null);
    try (Component c = importing("a:b/c@1.0.0");
        Component d = importing("a:b/d");
        Component e = importing("a:b/e")) {
      assertEquals(1, resultOf(same, c));
      assertEquals(3, resultOf(same, e));
      assertThrows(LinkException.class, () -> same.instantiatePre(d));
      assertEquals(2, resultOf(linker, d));
      assertThrows(LinkException.class, () -> linker.instantiatePre(e));
    }
  }

  @Test
  void whatIsImportedDirectlyCanBeLeftOutToo() {
    var linker = new Linker(Guests.ENGINE);
    linker.root().func("f", call -> null).func("g", call -> null).resource("r", String.class);
    try (Component f = Guests.wat("(component (import \"f\" (func)))");
        Component g = Guests.wat("(component (import \"g\" (func)))");
        Component r = Guests.wat("(component (import \"r\" (type (sub resource))))")) {
      Linker without = linker.without(List.of("f", "r", "f"));
      assertThrows(LinkException.class, () -> without.instantiatePre(f));
      assertThrows(LinkException.class, () -> without.instantiatePre(r));
      without.instantiatePre(g).close();
      linker.instantiatePre(f).close();
      linker.instantiatePre(r).close();
      // It can be defined there as something else.
      without.root().func("f", call -> null);
      without.instantiatePre(f).close();
    }
  }

  @Test
  void partsOfDifferentEnginesDoNotMix() {
    try (Engine other = Engine.create();
        Component component = Guests.wat("(component)");
        Component foreign = other.compileText("(component)");
        var store = new Store(Guests.ENGINE);
        var pre = new Linker(other).instantiatePre(foreign)) {
      var exception =
          assertThrows(
              IllegalArgumentException.class, () -> new Linker(other).instantiatePre(component));
      assertTrue(exception.getMessage().contains("another engine"), exception.getMessage());
      exception = assertThrows(IllegalArgumentException.class, () -> pre.instantiate(store));
      assertTrue(exception.getMessage().contains("another engine"), exception.getMessage());
      // The store has not been entered.
      new Linker(Guests.ENGINE).instantiate(store, component);
    }
    HealthyJvm.assertCallsWork();
  }

  @Test
  void startFunctionsCanCallTheHost() {
    String text =
        """
        (component
          (import "h" (func $h (param "x" string) (result u32)))
          %s
          (core func $lowered (canon lower (func $h) %s))
          (core module $m
            (import "h" "h" (func $h (param i32 i32) (result i32)))
            (global $got (mut i32) (i32.const 0))
            (func $start (global.set $got (call $h (i32.const 0) (i32.const 2))))
            (start $start)
            (func (export "f") (result i32) (global.get $got)))
          (core instance $h (export "h" (func $lowered)))
          (core instance $m (instantiate $m (with "h" (instance $h))))
          (func (export "f") (result u32) (canon lift (core func $m "f"))))
        """
            .formatted(Guests.LIBC, Guests.WITH_LIBC);
    var linker = new Linker(Guests.ENGINE);
    linker.root().func("h", call -> call.string(0).equals("\0\0") ? 7 : 8);
    try (Component component = Guests.wat(text)) {
      assertEquals(7, resultOf(linker, component));
    }
  }
}
