package dev.switchblade.tests.languages;

import static dev.switchblade.tests.languages.Complaints.assertComplains;

import acme.shop.Shop;
import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A component that is no shop is told what it lacks, all of it at once. */
final class ShopLinkingTest {

  private static final Engine ENGINE = Engine.create();

  @Test
  void everyDifferenceIsListedWithBothTypes() {
    // It has a describe too, of other items.
    try (Component types = ENGINE.compile(Path.of("guests", "wasm", "types.wasm"))) {
      assertComplains(
          LinkException.class,
          () -> Shop.instantiate(types, () -> 1),
          "the exports of types.wasm differ from what Shop was generated for",
          "describe: parameter item: field sku: expected string, found u64",
          "describe: parameter item: field 3: expected the name category, found note",
          "describe: parameter item: field category: expected enum { book, food, toy }, found"
              + " string",
          "describe: parameter item: field tags: expected list<string>, not found",
          "export acme:shop/carts@1.0.0 of types.wasm differs from what Shop was generated for",
          "[constructor]cart: missing (expected func(owner: string) -> cart)",
          "[static]cart.merge: missing (expected func(a: cart, b: cart) -> cart)");
    }
  }

  @Test
  void anInterfaceThatIsHalfThereIsNotEnough() {
    String text =
        """
        (component
          (type $cart (resource (rep i32)))
          (core module $m (func (export "total") (param i32) (result i32) (i32.const 0)))
          (core instance $m (instantiate $m))
          (func $total (param "self" (borrow $cart)) (result u32)
            (canon lift (core func $m "total")))
          (component $interface
            (import "cart" (type $cart (sub resource)))
            (import "total" (func $total (param "self" (borrow $cart)) (result u32)))
            (export $exported "cart" (type $cart))
            (export "[method]cart.total" (func $total)
              (func (param "self" (borrow $exported)) (result u32))))
          (instance $carts (instantiate $interface
            (with "cart" (type $cart))
            (with "total" (func $total))))
          (export "acme:shop/carts@1.0.0" (instance $carts)))
        """;
    try (Component component = ENGINE.compileText(text)) {
      assertComplains(
          LinkException.class,
          () -> Shop.prepare(component, () -> 1),
          "describe: missing",
          "[method]cart.total: result: expected u64, found u32",
          "[method]cart.add: missing",
          "9 differences");
    }
  }

  @Test
  void aClockOfAnotherTypeIsNotTaken() {
    String text =
        """
        (component
          (import "acme:shop/clock@1.0.0" (instance
            (export "now" (func (result u32))))))
        """;
    try (Component component = ENGINE.compileText(text)) {
      var linker = new Linker(ENGINE);
      Shop.addTo(linker, () -> 1);
      assertComplains(
          LinkException.class,
          () -> linker.instantiatePre(component).close(),
          "acme:shop/clock@1.0.0",
          "now",
          "u64",
          "u32");
    }
  }
}
