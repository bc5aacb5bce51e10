package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.CompilationException;
import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.Instance;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.wit.WitItem;
import dev.switchblade.wit.WitType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What components export, as reflection shows it and as it is looked up. */
final class ExportsTest {

  private static final String VERSIONS =
      """
      (component
        (core module $m
          (func (export "one") (result i32) (i32.const 1))
          (func (export "two") (result i32) (i32.const 2)))
        (core instance $m (instantiate $m))
        (func $one (result u32) (canon lift (core func $m "one")))
        (func $two (result u32) (canon lift (core func $m "two")))
        (instance $old (export "f" (func $one)))
        (instance $new (export "f" (func $two)))
        (export "a:b/c@1.0.0" (instance $old))
        (export "a:b/c@1.2.3" (instance $new))
        (export "a:b/c@2.0.0-rc.1" (instance $new)))
      """;

  @Test
  void functionsOfInterfacesAreFoundByTheExactVersionOrACompatibleOne() {
    try (Component component = Guests.wat(VERSIONS);
        var store = new Store(Guests.ENGINE)) {
      Instance instance = new Linker(Guests.ENGINE).instantiate(store, component);
      assertEquals(1, instance.func("a:b/c@1.0.0", "f").call());
      assertEquals(2, instance.func("a:b/c@1.2.3", "f").call());
      assertEquals(2, instance.func("a:b/c@1.1.0", "f").call());
      assertEquals(2, instance.func("a:b/c@1.3.0", "f").call());
      assertEquals(2, instance.func("a:b/c@2.0.0-rc.1", "f").call());
      for (String other : List.of("a:b/c@2.0.0", "a:b/c@0.1.0", "a:b/c", "", "b/c@1.0.0")) {
        var exception = assertThrows(LinkException.class, () -> instance.func(other, "f"));
        assertTrue(
            exception.getMessage().contains("a:b/c@1.0.0#f, a:b/c@1.2.3#f"),
            exception.getMessage());
      }
    }
  }

  @Test
  void functionsKnowTheirNamesAndTypes() {
    try (Component component = Guests.wat(VERSIONS);
        var store = new Store(Guests.ENGINE)) {
      Func f = new Linker(Guests.ENGINE).instantiate(store, component).func("a:b/c@1.2.3", "f");
      assertEquals("f", f.name());
      assertEquals("a:b/c@1.2.3#f", f.toString());
      assertEquals("func() -> u32", f.type().toString());
    }
  }

  @Test
  void coreModulesAreShown() {
    String text =
        """
        (component
          (import "lib" (core module $lib (export "g" (func))))
          (core module $m (func (export "f") (result i32) (i32.const 1)))
          (core instance $i (instantiate $m))
          (export "code" (core module $m))
          (func (export "f") (result u32) (canon lift (core func $i "f"))))
        """;
    try (Component component = Guests.wat(text)) {
      assertEquals(List.of(new WitItem.CoreModule("lib")), component.imports());
      assertEquals(
          List.of(
              new WitItem.CoreModule("code"),
              new WitItem.Function(
                  "f", new WitType.Function(List.of(), WitType.Primitive.U32, false))),
          component.exports());
      assertEquals("/* core module */ code;", component.exports().getFirst().toString());
    }
  }

  @Test
  void functionsBesideCoreModulesCanBeCalled() {
    String text =
        """
        (component
          (core module $m (func (export "f") (result i32) (i32.const 7)))
          (core instance $i (instantiate $m))
          (export "code" (core module $m))
          (func $f (result u32) (canon lift (core func $i "f")))
          (instance $a (export "code" (core module $m)) (export "f" (func $f)))
          (export "a:b/c" (instance $a))
          (export "f" (func $f)))
        """;
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      WitItem.Instance nested = (WitItem.Instance) component.exports().get(1);
      assertEquals(new WitItem.CoreModule("code"), nested.items().getFirst());
      Instance instance = new Linker(Guests.ENGINE).instantiate(store, component);
      assertEquals(7, instance.func("f").call());
      assertEquals(7, instance.func("a:b/c", "f").call());
      var exception = assertThrows(LinkException.class, () -> instance.func("code"));
      assertTrue(exception.getMessage().contains("a:b/c#f, f"), exception.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(param \"x\" (future u32)) (result u32)",
        "(param \"x\" (stream u8)) (result u32)",
        "async (param \"x\" u32) (result u32)",
      })
  void functionsOfComponentModelAsyncNeedAnotherEngineWhichIsSaid(String type) {
    String text =
        """
        (component
          (core module $m (func (export "f") (param i32) (result i32) (i32.const 0)))
          (core instance $m (instantiate $m))
          (func (export "f") %s (canon lift (core func $m "f"))))
        """
            .formatted(type);
    var exception = assertThrows(CompilationException.class, () -> Guests.wat(text));
    assertTrue(
        exception.getMessage().contains("component-model async")
            && exception.getMessage().contains("needs an engine with concurrency support"),
        exception.getMessage());
    HealthyJvm.assertCallsWork();
  }

  @Test
  void typesAndResourcesAreShown() {
    String text =
        """
        (component
          (type $counter-here (resource (rep i32)))
          (export $counter "counter" (type $counter-here))
          (type $entry-here (record (field "item" (own $counter)) (field "name" string)))
          (export $entry "entry" (type $entry-here))
          (core module $m
            (memory (export "memory") 1)
            (func (export "f") (param i32) (result i32) (i32.const 0)))
          (core instance $m (instantiate $m))
          (func (export "[method]counter.more") (param "self" (borrow $counter))
            (result (option $entry))
            (canon lift (core func $m "f") (memory (core memory $m "memory")))))
        """;
    try (Component component = Guests.wat(text)) {
      assertEquals(3, component.exports().size());
      assertEquals(new WitItem.Resource("counter"), component.exports().get(0));
      assertEquals(
          "type entry = record { item: counter, name: string };",
          component.exports().get(1).toString());
      WitItem.Function more = (WitItem.Function) component.exports().get(2);
      assertEquals(
          "[method]counter.more: func(self: borrow<counter>)"
              + " -> option<record { item: counter, name: string }>;",
          more.toString());
      WitType.Resource counter = new WitType.Resource("", "counter");
      assertEquals(
          new WitType.OptionOf(
              new WitType.RecordOf(
                  List.of(
                      new WitType.Named("item", new WitType.Own(counter)),
                      new WitType.Named("name", WitType.Primitive.STRING)))),
          more.type().result());
    }
  }

  /** One resource, under the name of the interface that has it first. */
  @Test
  void aResourceHasOneNameInAllInterfaces() {
    String text =
        """
        (component $c
          (import "a:b/types@1.0.0" (instance $types (export "cart" (type (sub resource)))))
          (alias export $types "cart" (type $cart))
          (import "a:b/tills@1.0.0" (instance $tills
            (alias outer $c $cart (type $there))
            (export "basket" (type $used (eq $there)))
            (export "pay" (func (param "cart" (own $used)))))))
        """;
    try (Component component = Guests.wat(text)) {
      WitItem.Instance tills = (WitItem.Instance) component.imports().get(1);
      WitItem.Function pay = (WitItem.Function) tills.items().get(1);
      assertEquals(
          new WitType.Own(new WitType.Resource("a:b/types@1.0.0", "cart")),
          pay.type().parameters().getFirst().type());
    }
  }
}
