package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.HostFunctionException;
import dev.switchblade.HostResource;
import dev.switchblade.Instance;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.Resource;
import dev.switchblade.Store;
import dev.switchblade.TrapCode;
import dev.switchblade.TrapException;
import dev.switchblade.abi.Call;
import dev.switchblade.tests.Shop.Cart;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Resources that the host implements, by Java objects. */
final class HostResourcesTest {

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  private static void assertSays(Exception exception, String... parts) {
    for (String part : parts) {
      assertTrue(
          exception.getMessage() != null && exception.getMessage().contains(part),
          exception.toString());
    }
  }

  @Test
  void constructorsMethodsAndStaticFunctionsAreHostFunctions() {
    try (var shop = Shop.open()) {
      assertEquals(5, shop.call("buy", 5));
      assertEquals(5, shop.made().getFirst().number());
      Object best = shop.call("best");
      assertSame(shop.made().get(1), best);
      assertEquals(2, shop.made().size());
    }
  }

  /** As generated code hands over what the user's class returned. */
  @Test
  @SuppressWarnings("NullAway") // on purpose
  void nullIsNoObjectOfAResource() {
    String text =
        """
        (component
          (import "item" (type $item (sub resource)))
          (import "make" (func $make (result (own $item))))
          (core func $make (canon lower (func $make)))
          (core module $m
            (import "" "make" (func $make (result i32)))
            (func (export "f") (drop (call $make))))
          (core instance $m (instantiate $m (with "" (instance (export "make" (func $make))))))
          (func (export "f") (canon lift (core func $m "f"))))
        """;
    HostResource<Cart> items = HostResource.of(Cart.class);
    var linker = new Linker(Guests.ENGINE);
    linker
        .root()
        .resource("item", items)
        .funcOverImages("make", (arguments, result) -> result.putOwn(0, items, null));
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      Func f = linker.instantiate(store, component).func("f");
      var exception = assertThrows(HostFunctionException.class, f::call);
      assertSays(exception, "make", "expected ", "Cart", "got null");
    }
  }

  @Test
  void whatTheGuestDropsIsDestroyedOnce() {
    try (var shop = Shop.open()) {
      shop.call("buy", 5);
      assertEquals(shop.made(), shop.destroyed());
      shop.call("buy", 6);
      assertEquals(shop.made(), shop.destroyed());
    }
  }

  @Test
  void theObjectItselfIsDestroyed() {
    try (var shop = Shop.open()) {
      var cart = new Cart(5);
      shop.call("drop", cart);
      assertSame(cart, shop.destroyed().getFirst());
      assertEquals(1, shop.destroyed().size());
    }
  }

  @Test
  void whatTheGuestHandsBackIsNotDestroyed() {
    var shop = Shop.open();
    try (shop) {
      assertEquals(5, shop.call("make-and-pay", 5));
      assertSame(shop.made().getFirst(), shop.paid().getFirst());
      var cart = new Cart(6);
      assertEquals(6, shop.call("pay", cart));
      assertSame(cart, shop.paid().getLast());
      assertSame(cart, shop.call("echo", cart));
      Cart replaced = (Cart) Objects.requireNonNull(shop.call("make-and-replace", 7));
      assertEquals(70, replaced.number());
      assertSame(shop.made().getLast(), replaced);
    }
    assertEquals(List.of(), shop.destroyed());
  }

  @Test
  void whatIsLentStaysTheHosts() {
    var shop = Shop.open();
    try (shop) {
      var cart = new Cart(5);
      for (int i = 0; i < 10; i++) {
        assertEquals(5, shop.call("look", cart));
      }
      assertEquals(25, shop.call("look-all", List.of(cart, cart, cart, cart, cart)));
    }
    assertEquals(List.of(), shop.destroyed());
  }

  @Test
  void whatIsLentIsNotKept() {
    try (var shop = Shop.open()) {
      var reference = lend(shop);
      for (int i = 0; i < 100 && !reference.refersTo(null); i++) {
        System.gc();
      }
      assertTrue(reference.refersTo(null), "the store keeps what was lent for a call");
    }
  }

  private static WeakReference<Cart> lend(Shop shop) {
    var cart = new Cart(5);
    assertEquals(5, shop.call("look", cart));
    return new WeakReference<>(cart);
  }

  @Test
  void whatWasHandedBackIsNotKept() {
    try (var shop = Shop.open()) {
      var reference = echo(shop);
      for (int i = 0; i < 100 && !reference.refersTo(null); i++) {
        System.gc();
      }
      assertTrue(reference.refersTo(null), "the store keeps what came back");
    }
  }

  private static WeakReference<Cart> echo(Shop shop) {
    var cart = new Cart(5);
    assertSame(cart, shop.call("echo", cart));
    return new WeakReference<>(cart);
  }

  @Test
  void aHundredThousandCanBeLent() {
    try (var shop = Shop.open()) {
      Func look = shop.func("look");
      List<WeakReference<Cart>> some = new ArrayList<>();
      for (int i = 0; i < 100_000; i++) {
        var cart = new Cart(i);
        assertEquals(i, look.call(cart));
        if (i % 1_000 == 0) {
          some.add(new WeakReference<>(cart));
        }
      }
      for (int i = 0; i < 100 && some.stream().anyMatch(one -> !one.refersTo(null)); i++) {
        System.gc();
      }
      assertEquals(0, some.stream().filter(one -> !one.refersTo(null)).count());
      assertEquals(List.of(), shop.destroyed());
    }
  }

  @Test
  void aCallThatIsRefusedKeepsNothing() {
    var shop = Shop.open();
    try (shop) {
      var cart = new Cart(5);
      var exception =
          assertThrows(
              IllegalArgumentException.class, () -> shop.call("pay-all", List.of(cart, "no cart")));
      assertSays(exception, "pay-all(carts)[1]", "Shop$Cart", "java.lang.String");
      assertEquals(5, shop.call("pay", cart));
    }
    assertEquals(List.of(), shop.destroyed());
  }

  @Test
  void aGuestThatKeepsABorrowTraps() {
    try (var shop = Shop.open()) {
      var exception =
          assertThrows(TrapException.class, () -> shop.call("keep-borrowed", new Cart(5)));
      assertSays(exception, "keep-borrowed: ", "borrow");
      assertThrows(IllegalStateException.class, () -> shop.call("buy", 1));
    }
  }

  @Test
  void whatTheGuestKeepsIsItsOwnUntilItGivesItUp() {
    try (var shop = Shop.open()) {
      var cart = new Cart(5);
      shop.call("keep", cart);
      for (int i = 0; i < 10; i++) {
        assertEquals(5, shop.call("look-at-kept"));
      }
      assertEquals(List.of(), shop.destroyed());
      shop.call("drop-kept");
      assertEquals(List.of(cart), shop.destroyed());
      shop.call("keep", cart);
      assertSame(cart, shop.call("give-back"));
      assertEquals(List.of(cart), shop.destroyed());
    }
  }

  /** To the host, they are two; the guest has a handle of each. */
  @Test
  void oneObjectCanBeGivenAwayTwice() {
    try (var shop = Shop.open()) {
      var cart = new Cart(5);
      assertEquals(10, shop.call("pay-all", List.of(cart, cart)));
      assertEquals(List.of(cart, cart), shop.paid());
    }
  }

  @Test
  void argumentsOfAnotherClassAreRefused() {
    try (var shop = Shop.open()) {
      for (String function : List.of("pay", "look")) {
        for (Object no : new Object[] {"cart", 5, List.of()}) {
          var exception =
              assertThrows(IllegalArgumentException.class, () -> shop.call(function, no));
          assertSays(
              exception,
              function + "(cart): expected ",
              "cart",
              "Shop$Cart",
              no.getClass().getName());
        }
        var exception =
            assertThrows(IllegalArgumentException.class, () -> shop.call(function, (Object) null));
        assertSays(exception, function + "(cart): expected ", "got null");
      }
      assertEquals(6, shop.call("buy", 6));
    }
  }

  @Test
  void resultsOfAnotherClassStopTheGuest() {
    var linker = new Linker(Guests.ENGINE);
    try (var shop = Shop.open();
        var store = new Store(Guests.ENGINE)) {
      shop.functions(linker.instance(CartGuest.CARTS)).resource("cart", String.class);
      Instance instance = linker.instantiate(store, CartGuest.COMPONENT);
      var exception = assertThrows(HostFunctionException.class, () -> instance.func("buy").call(5));
      assertSays(exception, "buy: ", CartGuest.CARTS + "#[constructor]cart");
      assertSays((Exception) exception.getCause(), "expected cart", "String", "Shop$Cart");
    }
  }

  @Test
  void whatADestructorThrowsStopsTheGuest() {
    var thrown = new IOException("the shop is closed");
    HostResource<Cart> failing =
        HostResource.of(
            Cart.class,
            cart -> {
              throw thrown;
            });
    var linker = new Linker(Guests.ENGINE);
    try (var shop = Shop.empty();
        var store = new Store(Guests.ENGINE)) {
      shop.functions(linker.instance(CartGuest.CARTS)).resource("cart", failing);
      Instance instance = linker.instantiate(store, CartGuest.COMPONENT);
      assertEquals(5, instance.func("make-and-pay").call(5));
      var exception = assertThrows(HostFunctionException.class, () -> instance.func("buy").call(5));
      assertSame(thrown, exception.getCause());
      assertSays(exception, "buy: ", "destructor", "Cart");
      var lost =
          assertThrows(IllegalStateException.class, () -> instance.func("make-and-pay").call(5));
      assertSame(exception, lost.getCause());
    }
  }

  @Test
  void closingTheStoreDestroysWhatGuestsHoldOnce() {
    var shop = Shop.open();
    var dropped = new Cart(1);
    var paid = new Cart(2);
    List<Cart> kept = new ArrayList<>();
    shop.call("drop", dropped);
    shop.call("pay", paid);
    for (int i = 0; i < 50; i++) {
      kept.add(new Cart(i));
      shop.call("keep", kept.getLast());
    }
    assertEquals(List.of(dropped), shop.destroyed());
    shop.close();
    assertEquals(51, shop.destroyed().size());
    assertTrue(shop.destroyed().containsAll(kept));
    shop.close();
    assertEquals(51, shop.destroyed().size());
  }

  @Test
  void closingALostStoreDestroysWhatGuestsHold() {
    var shop = Shop.open();
    var cart = new Cart(5);
    shop.call("keep", cart);
    assertThrows(TrapException.class, () -> shop.call("drop-number", 1_000));
    assertEquals(List.of(), shop.destroyed());
    shop.close();
    assertEquals(List.of(cart), shop.destroyed());
  }

  @Test
  void aDestructorThatThrowsWhenTheStoreIsClosedDoesNotStopTheOthers() {
    assertAllAreDestroyed(
        () -> {
          throw new IOException("no");
        });
  }

  private interface Failing {
    void fail() throws Exception;
  }

  private static void assertAllAreDestroyed(Failing failing) {
    List<Integer> destroyed = new ArrayList<>();
    HostResource<Cart> resource =
        HostResource.of(
            Cart.class,
            cart -> {
              destroyed.add(cart.number());
              failing.fail();
            });
    var linker = new Linker(Guests.ENGINE);
    try (var shop = Shop.empty()) {
      shop.functions(linker.instance(CartGuest.CARTS)).resource("cart", resource);
      var store = new Store(Guests.ENGINE);
      Instance instance = linker.instantiate(store, CartGuest.COMPONENT);
      for (int i = 0; i < 3; i++) {
        instance.func("keep").call(new Cart(i));
      }
      assertDoesNotThrow(store::close);
      assertEquals(List.of(0, 1, 2), destroyed.stream().sorted().toList());
      assertDoesNotThrow(store::close);
      assertEquals(3, destroyed.size());
    }
  }

  @Test
  void anErrorOfADestructorWhenTheStoreIsClosedDoesNotStopTheOthers() {
    assertAllAreDestroyed(
        () -> {
          throw new AssertionError("no");
        });
  }

  private static final class Closeable implements AutoCloseable {
    private int closed;

    @Override
    public void close() {
      closed++;
    }
  }

  @Test
  void closeableObjectsAreClosedUnlessADestructorIsGiven() {
    for (boolean byDefault : new boolean[] {true, false}) {
      List<Closeable> destroyed = new ArrayList<>();
      var linker = new Linker(Guests.ENGINE);
      var carts = linker.instance(CartGuest.CARTS);
      if (byDefault) {
        carts.resource("cart", Closeable.class);
      } else {
        carts.resource("cart", HostResource.of(Closeable.class, destroyed::add));
      }
      try (var shop = Shop.empty()) {
        shop.functions(carts);
      }
      var dropped = new Closeable();
      var kept = new Closeable();
      var returned = new Closeable();
      try (var store = new Store(Guests.ENGINE)) {
        Instance instance = linker.instantiate(store, CartGuest.COMPONENT);
        instance.func("drop").call(dropped);
        assertEquals(byDefault ? 1 : 0, dropped.closed);
        instance.func("keep").call(kept);
        assertEquals(0, kept.closed);
        assertSame(returned, instance.func("echo").call(returned));
      }
      assertEquals(byDefault ? 1 : 0, dropped.closed);
      assertEquals(byDefault ? 1 : 0, kept.closed);
      assertEquals(0, returned.closed);
      assertEquals(byDefault ? List.of() : List.of(dropped, kept), destroyed);
    }
  }

  @Test
  void objectsThatAreNotCloseableAreLetGo() {
    var linker = new Linker(Guests.ENGINE);
    linker.instance(CartGuest.CARTS).resource("cart", Cart.class);
    try (var shop = Shop.empty();
        var store = new Store(Guests.ENGINE)) {
      shop.functions(linker.instance(CartGuest.CARTS));
      assertEquals(5, linker.instantiate(store, CartGuest.COMPONENT).func("buy").call(5));
    }
  }

  @Test
  void anObjectGoesFromOneComponentToAnother() {
    try (var shop = Shop.open();
        Component component = CartGuest.importing("acme:other/baskets@2.0.0")) {
      shop.define("acme:other/baskets@2.0.0");
      Instance other = shop.instantiate(component);
      Cart cart = (Cart) Objects.requireNonNull(shop.call("make", 5));
      assertEquals(5, other.func("look").call(cart));
      other.func("keep").call(cart);
      assertEquals(5, other.func("look-at-kept").call());
      Object back = Objects.requireNonNull(other.func("give-back").call());
      assertSame(cart, back);
      shop.call("drop", back);
      assertEquals(List.of(cart), shop.destroyed());
    }
  }

  /** One component drops what another one made: the types are one, not only their classes. */
  @Test
  void componentsHandEachOtherObjectsDirectly() {
    String text =
        """
        (component
          (import "acme:shop/carts@1.0.0" (instance $carts
            (export "cart" (type (sub resource)))
            (export "[constructor]cart" (func (param "owner" u32) (result (own 0))))))
          (alias export $carts "cart" (type $cart))
          (component $maker
            (import "cart" (type $cart (sub resource)))
            (import "new" (func $new (param "owner" u32) (result (own $cart))))
            (core func $new (canon lower (func $new)))
            (core module $m
              (import "cart" "new" (func $new (param i32) (result i32)))
              (func (export "make") (result i32) (call $new (i32.const 5))))
            (core instance $functions (export "new" (func $new)))
            (core instance $m (instantiate $m (with "cart" (instance $functions))))
            (func (export "make") (result (own $cart)) (canon lift (core func $m "make"))))
          (component $user
            (import "cart" (type $cart (sub resource)))
            (import "make" (func $make (result (own $cart))))
            (core func $make (canon lower (func $make)))
            (core func $drop (canon resource.drop $cart))
            (core module $m
              (import "cart" "make" (func $make (result i32)))
              (import "cart" "drop" (func $drop (param i32)))
              (func (export "use") (call $drop (call $make))))
            (core instance $functions
              (export "make" (func $make)) (export "drop" (func $drop)))
            (core instance $m (instantiate $m (with "cart" (instance $functions))))
            (func (export "use") (canon lift (core func $m "use"))))
          (instance $maker (instantiate $maker
            (with "cart" (type $cart))
            (with "new" (func $carts "[constructor]cart"))))
          (instance $user (instantiate $user
            (with "cart" (type $cart))
            (with "make" (func $maker "make"))))
          (export "use" (func $user "use")))
        """;
    try (var shop = Shop.empty();
        Component component = Guests.wat(text)) {
      shop.define(CartGuest.CARTS);
      shop.instantiate(component).func("use").call();
      assertEquals(1, shop.made().size());
      assertEquals(shop.made(), shop.destroyed());
    }
  }

  private static final String TWO_RESOURCES =
      """
      (component
        (import "carts" (instance $carts (export "cart" (type (sub resource)))))
        (import "boxes" (instance $boxes (export "box" (type (sub resource)))))
        (alias export $carts "cart" (type $cart))
        (alias export $boxes "box" (type $box))
        (core func $drop-cart (canon resource.drop $cart))
        (core func $drop-box (canon resource.drop $box))
        (core module $m
          (import "drop" "cart" (func $drop-cart (param i32)))
          (import "drop" "box" (func $drop-box (param i32)))
          (global $kept (mut i32) (i32.const 0))
          (func (export "keep-cart") (param i32) (global.set $kept (local.get 0)))
          (func (export "kept-box") (result i32) (global.get $kept))
          (func (export "drop-cart") (param i32) (call $drop-cart (local.get 0)))
          (func (export "drop-box") (param i32) (call $drop-box (local.get 0))))
        (core instance $drop
          (export "cart" (func $drop-cart)) (export "box" (func $drop-box)))
        (core instance $m (instantiate $m (with "drop" (instance $drop))))
        (func (export "keep-cart") (param "cart" (own $cart))
          (canon lift (core func $m "keep-cart")))
        (func (export "kept-box") (result (own $box)) (canon lift (core func $m "kept-box")))
        (func (export "drop-cart") (param "cart" (own $cart))
          (canon lift (core func $m "drop-cart")))
        (func (export "drop-box") (param "box" (own $box))
          (canon lift (core func $m "drop-box"))))
      """;

  @Test
  void twoResourcesOfOneClassDoNotMix() {
    List<String> destroyed = new ArrayList<>();
    var linker = new Linker(Guests.ENGINE);
    linker
        .instance("carts")
        .resource("cart", HostResource.of(String.class, s -> destroyed.add("cart " + s)));
    linker
        .instance("boxes")
        .resource("box", HostResource.of(String.class, s -> destroyed.add("box " + s)));
    try (Component component = Guests.wat(TWO_RESOURCES)) {
      try (var store = new Store(Guests.ENGINE)) {
        Instance instance = linker.instantiate(store, component);
        instance.func("drop-cart").call("a");
        instance.func("drop-box").call("b");
        assertEquals(List.of("cart a", "box b"), destroyed);
        instance.func("keep-cart").call("c");
        var exception = assertThrows(TrapException.class, () -> instance.func("kept-box").call());
        assertEquals(TrapCode.CANONICAL_ABI, exception.code());
        assertSays(exception, "kept-box: result");
      }
      assertEquals(List.of("cart a", "box b", "cart c"), destroyed);
    }
  }

  @Test
  void oneResourceCanBeImportedUnderTwoNames() {
    String text = usingTheResourceOfAnotherInterface();
    try (var shop = Shop.empty();
        Component component = Guests.wat(text)) {
      shop.linker().instance("acme:shop/types@1.0.0").resource("cart", shop.resource());
      List<Object> seen = new ArrayList<>();
      shop.linker()
          .instance("acme:shop/tills@1.0.0")
          .func(
              "pay",
              call -> {
                seen.add(call.argument(0));
                return null;
              });
      var cart = new Cart(5);
      shop.instantiate(component).func("pay").call(cart);
      assertEquals(List.of(cart), seen);
    }
  }

  /** As WIT's {@code use types.{cart}} becomes. */
  private static String usingTheResourceOfAnotherInterface() {
    return """
    (component $c
      (import "acme:shop/types@1.0.0" (instance $types (export "cart" (type (sub resource)))))
      (alias export $types "cart" (type $cart))
      (import "acme:shop/tills@1.0.0" (instance $tills
        (alias outer $c $cart (type $cart-there))
        (export "cart" (type $used (eq $cart-there)))
        (export "pay" (func (param "cart" (own $used))))))
      (core func $pay (canon lower (func $tills "pay")))
      (core module $m
        (import "tills" "pay" (func $pay (param i32)))
        (func (export "pay") (param i32) (call $pay (local.get 0))))
      (core instance $functions (export "pay" (func $pay)))
      (core instance $m (instantiate $m (with "tills" (instance $functions))))
      (func (export "pay") (param "cart" (own $cart)) (canon lift (core func $m "pay"))))
    """;
  }

  @Test
  void oneResourceUnderTwoNamesIsImplementedOnce() {
    try (Component component = Guests.wat(usingTheResourceOfAnotherInterface())) {
      var linker = new Linker(Guests.ENGINE);
      HostResource<Cart> resource = HostResource.of(Cart.class);
      linker.instance("acme:shop/types@1.0.0").resource("cart", resource);
      linker.instance("acme:shop/tills@1.0.0").resource("cart", resource).func("pay", call -> null);
      linker.instantiatePre(component).close();

      var other = new Linker(Guests.ENGINE);
      other.instance("acme:shop/types@1.0.0").resource("cart", Cart.class);
      other
          .instance("acme:shop/tills@1.0.0")
          .resource("cart", Cart.class)
          .func("pay", call -> null);
      var exception = assertThrows(LinkException.class, () -> other.instantiatePre(component));
      assertSays(exception, "cart", "several names", "same HostResource");
    }
  }

  @Test
  void missingResourcesAreListedWithTheMissingFunctions() {
    var linker = new Linker(Guests.ENGINE);
    var exception =
        assertThrows(LinkException.class, () -> linker.instantiatePre(CartGuest.COMPONENT));
    assertSays(
        exception,
        "imports acme:shop/carts@1.0.0, which was not found in the linker",
        "\n  resource cart;",
        "\n  [constructor]cart: func(owner: u32) -> cart;",
        "\n  [method]cart.total: func(self: borrow<cart>) -> u32;",
        "\n  pay: func(cart: cart) -> u32;",
        "linker.instance(\"acme:shop/carts@1.0.0\").resource(\"cart\", ");
    try (Component component = Guests.wat(TWO_RESOURCES)) {
      exception = assertThrows(LinkException.class, () -> linker.instantiatePre(component));
      assertSays(exception, "imports carts", "resource cart;", "imports boxes", "resource box;");
    }
    try (Component component = Guests.wat(usingTheResourceOfAnotherInterface())) {
      exception = assertThrows(LinkException.class, () -> linker.instantiatePre(component));
      assertSays(exception, "types@1.0.0", "tills@1.0.0", "resource cart;", "pay: func(");
    }
  }

  /**
   * Two instances within a component import one function, and have tables of their own for what it
   * returns: a handle belongs into that of the caller.
   */
  @Test
  void eachInstanceWithinAComponentHasATableOfItsOwn() {
    String text =
        """
        (component
          (import "cart" (type $cart (sub resource)))
          (import "make" (func $make (result (own $cart))))
          (component $inner
            (import "cart" (type $cart (sub resource)))
            (import "make" (func $make (result (own $cart))))
            (core func $make-core (canon lower (func $make)))
            (core func $drop (canon resource.drop $cart))
            (core module $m
              (import "" "make" (func $make (result i32)))
              (import "" "drop" (func $drop (param i32)))
              (func (export "make") (result i32) (call $make))
              (func (export "drop") (param i32) (call $drop (local.get 0))))
            (core instance $m (instantiate $m (with "" (instance
              (export "make" (func $make-core)) (export "drop" (func $drop))))))
            (func (export "make") (result u32) (canon lift (core func $m "make")))
            (func (export "drop") (param "handle" u32) (canon lift (core func $m "drop"))))
          (instance $a (instantiate $inner (with "cart" (type $cart)) (with "make" (func $make))))
          (instance $b (instantiate $inner (with "cart" (type $cart)) (with "make" (func $make))))
          (export "make-a" (func $a "make"))
          (export "make-b" (func $b "make"))
          (export "drop-a" (func $a "drop"))
          (export "drop-b" (func $b "drop")))
        """;
    var destroyed = new ArrayList<Integer>();
    var made = new AtomicInteger();
    var linker = new Linker(Guests.ENGINE);
    linker
        .root()
        .resource("cart", HostResource.of(Integer.class, destroyed::add))
        .func("make", call -> made.incrementAndGet());
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      Instance instance = linker.instantiate(store, component);
      assertEquals(1, instance.func("make-a").call());
      assertEquals(2, instance.func("make-a").call());
      assertEquals(1, instance.func("make-b").call());
      instance.func("drop-a").call(1);
      instance.func("drop-b").call(1);
      assertEquals(List.of(1, 3), destroyed);
      assertEquals(1, instance.func("make-b").call());
      instance.func("drop-a").call(2);
      assertEquals(List.of(1, 3, 2), destroyed);
      var trap = assertThrows(TrapException.class, () -> instance.func("drop-a").call(1));
      assertSays(trap, "unknown handle index 1");
    }
  }

  @Test
  void aMissingResourceAloneIsMissing() {
    var linker = new Linker(Guests.ENGINE);
    try (var shop = Shop.empty()) {
      shop.functions(linker.instance(CartGuest.CARTS));
      var exception =
          assertThrows(LinkException.class, () -> linker.instantiatePre(CartGuest.COMPONENT));
      assertSays(exception, "of which this was not found", "resource cart;");
      assertTrue(!exception.getMessage().contains("func("), exception.getMessage());
    }
  }

  @Test
  void aResourceCanBeDefinedOnce() {
    var carts = new Linker(Guests.ENGINE).instance("a:b/c").resource("cart", Cart.class);
    var exception =
        assertThrows(IllegalStateException.class, () -> carts.resource("cart", Cart.class));
    assertEquals("the resource cart of a:b/c is defined already", exception.getMessage());
  }

  @ParameterizedTest(name = "{1} for {0}")
  @CsvSource({
    "a:b/carts@1.0.0, a:b/carts@1.2.0",
    "a:b/carts@1.2.0, a:b/carts@1.0.0",
    "a:b/carts@0.2.1, a:b/carts@0.2.0"
  })
  void interfacesOfACompatibleVersionBringTheirResources(String imported, String provided) {
    try (var shop = Shop.empty();
        Component component = CartGuest.importing(imported)) {
      shop.define(provided);
      assertEquals(5, shop.instantiate(component).func("buy").call(5));
      assertEquals(1, shop.destroyed().size());
    }
  }

  @Test
  void interfacesOfAnotherVersionDoNot() {
    try (var shop = Shop.empty();
        Component component = CartGuest.importing("a:b/carts@1.0.0")) {
      shop.define("a:b/carts@2.0.0");
      var exception = assertThrows(LinkException.class, () -> shop.instantiate(component));
      assertSays(exception, "the linker has a:b/carts@2.0.0", "resource cart;");
    }
  }

  @Test
  void twoVersionsOfAnInterfaceCanShareAResource() {
    try (var shop = Shop.empty();
        Component old = CartGuest.importing("a:b/carts@1.0.0");
        Component recent = CartGuest.importing("a:b/carts@2.0.0")) {
      shop.define("a:b/carts@1.0.0");
      shop.define("a:b/carts@2.0.0");
      Instance one = shop.instantiate(old);
      Instance other = shop.instantiate(recent);
      Object cart = Objects.requireNonNull(one.func("make").call(5));
      other.func("keep").call(cart);
      assertSame(cart, other.func("give-back").call());
    }
  }

  @Test
  void resourcesAtTheRoot() {
    String text =
        """
        (component
          (import "cart" (type $cart (sub resource)))
          (core func $drop (canon resource.drop $cart))
          (core module $m
            (import "cart" "drop" (func $drop (param i32)))
            (func (export "drop") (param i32) (call $drop (local.get 0))))
          (core instance $functions (export "drop" (func $drop)))
          (core instance $m (instantiate $m (with "cart" (instance $functions))))
          (func (export "drop") (param "cart" (own $cart)) (canon lift (core func $m "drop"))))
        """;
    try (var shop = Shop.empty();
        Component component = Guests.wat(text)) {
      shop.linker().root().resource("cart", shop.resource());
      var cart = new Cart(5);
      shop.instantiate(component).func("drop").call(cart);
      assertEquals(List.of(cart), shop.destroyed());
    }
  }

  @Test
  void resourcesOfInstancesWithinInstances() {
    String text =
        """
        (component
          (import "outer" (instance $outer
            (export "name" (func (result u32)))
            (export "inner" (instance
              (export "cart" (type $cart (sub resource)))
              (export "total" (func (param "cart" (borrow $cart)) (result u32)))))))
          (alias export $outer "inner" (instance $inner))
          (alias export $inner "cart" (type $cart))
          (core func $total (canon lower (func $inner "total")))
          (core func $name (canon lower (func $outer "name")))
          (core func $drop (canon resource.drop $cart))
          (core module $m
            (import "cart" "total" (func $total (param i32) (result i32)))
            (import "cart" "name" (func $name (result i32)))
            (import "cart" "drop" (func $drop (param i32)))
            (func (export "buy") (param i32) (result i32)
              (i32.add (call $name) (call $total (local.get 0)))
              (call $drop (local.get 0))))
          (core instance $functions
            (export "total" (func $total))
            (export "name" (func $name))
            (export "drop" (func $drop)))
          (core instance $m (instantiate $m (with "cart" (instance $functions))))
          (func (export "buy") (param "cart" (own $cart)) (result u32)
            (canon lift (core func $m "buy"))))
        """;
    try (var shop = Shop.empty();
        Component component = Guests.wat(text)) {
      shop.linker().instance("outer").func("name", call -> 100);
      var exception = assertThrows(LinkException.class, () -> shop.instantiate(component));
      assertSays(exception, "outer/inner", "resource cart;", "total: func(cart: borrow<cart>)");
      shop.linker()
          .instance("outer/inner")
          .resource("cart", shop.resource())
          .func("total", call -> ((Cart) call.argument(0)).number());
      var cart = new Cart(5);
      assertEquals(105, shop.instantiate(component).func("buy").call(cart));
      assertEquals(List.of(cart), shop.destroyed());
    }
  }

  @Test
  void destructorsCannotCallIntoTheStore() {
    List<@Nullable Throwable> thrown = new ArrayList<>();
    List<Func> calling = new ArrayList<>();
    HostResource<Cart> resource =
        HostResource.of(
            Cart.class,
            cart ->
                thrown.add(
                    assertThrows(IllegalStateException.class, () -> calling.getFirst().call(1))));
    var linker = new Linker(Guests.ENGINE);
    try (var shop = Shop.empty();
        var store = new Store(Guests.ENGINE)) {
      shop.functions(linker.instance(CartGuest.CARTS)).resource("cart", resource);
      Instance instance = linker.instantiate(store, CartGuest.COMPONENT);
      calling.add(instance.func("buy"));
      assertEquals(5, instance.func("buy").call(5));
      assertEquals(1, thrown.size());
    }
  }

  /** An argument is read where it lies, as often as its reader likes. */
  @Test
  void anOwnedArgumentCanBeReadTwice() {
    var linker = new Linker(Guests.ENGINE);
    var carts = linker.instance(CartGuest.CARTS).resource("cart", Cart.class);
    List<Object> seen = new ArrayList<>();
    for (String name :
        List.of(
            "[constructor]cart",
            "[method]cart.total",
            "[static]cart.best",
            "replace",
            "own-and-borrow",
            "borrow-and-own",
            "pay-all")) {
      carts.func(name, call -> null);
    }
    carts.func(
        "pay",
        call -> {
          seen.add(call.argument(0));
          seen.add(call.argument(0));
          return 1;
        });
    try (var store = new Store(Guests.ENGINE)) {
      var cart = new Cart(5);
      assertEquals(1, linker.instantiate(store, CartGuest.COMPONENT).func("pay").call(cart));
      assertEquals(List.of(cart, cart), seen);
    }
  }

  /** It is the host's from the moment it is passed: nobody else could let go of it. */
  @Test
  void anOwnedArgumentThatIsNotReadIsNotKept() {
    List<Cart> destroyed = new ArrayList<>();
    var linker = new Linker(Guests.ENGINE);
    var carts =
        linker
            .instance(CartGuest.CARTS)
            .resource("cart", HostResource.of(Cart.class, destroyed::add));
    for (String name :
        List.of(
            "[constructor]cart",
            "[method]cart.total",
            "[static]cart.best",
            "replace",
            "own-and-borrow",
            "borrow-and-own",
            "pay-all")) {
      carts.func(name, call -> null);
    }
    carts.func("pay", call -> 1);
    try (var store = new Store(Guests.ENGINE)) {
      Func pay = linker.instantiate(store, CartGuest.COMPONENT).func("pay");
      var reference = give(pay);
      for (int i = 0; i < 100 && !reference.refersTo(null); i++) {
        System.gc();
        destroyed.clear();
      }
      assertTrue(reference.refersTo(null), "the store keeps what the host function did not read");
    }
  }

  private static WeakReference<Cart> give(Func pay) {
    var cart = new Cart(5);
    assertEquals(1, pay.call(cart));
    return new WeakReference<>(cart);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void resourcesOutliveTheLinker(boolean closePreFirst) {
    List<Cart> destroyed = new ArrayList<>();
    var store = new Store(Guests.ENGINE);
    var linker = new Linker(Guests.ENGINE);
    try (var shop = Shop.empty()) {
      shop.functions(linker.instance(CartGuest.CARTS))
          .resource("cart", HostResource.of(Cart.class, destroyed::add));
    }
    var pre = linker.instantiatePre(CartGuest.COMPONENT);
    Instance instance = pre.instantiate(store);
    if (closePreFirst) {
      pre.close();
    }
    assertEquals(5, instance.func("buy").call(5));
    instance.func("keep").call(new Cart(6));
    store.close();
    pre.close();
    assertEquals(2, destroyed.size());
  }

  /** Handles in images, as generated code has them. */
  @Test
  void hostFunctionsOverImagesTakeAndGiveObjects() {
    try (var shop = Shop.empty();
        Component component =
            Guests.wat(
                """
                (component
                  (import "cart" (type $cart (sub resource)))
                  (import "swap" (func $swap
                    (param "a" (own $cart)) (param "b" (borrow $cart)) (result (own $cart))))
                  (core func $swap (canon lower (func $swap)))
                  (core func $drop (canon resource.drop $cart))
                  (core module $m
                    (import "cart" "swap" (func $swap (param i32 i32) (result i32)))
                    (import "cart" "drop" (func $drop (param i32)))
                    (func (export "f") (param i32 i32) (result i32)
                      (call $swap (local.get 0) (local.get 1))
                      (call $drop (local.get 1))))
                  (core instance $functions
                    (export "swap" (func $swap)) (export "drop" (func $drop)))
                  (core instance $m (instantiate $m (with "cart" (instance $functions))))
                  (func (export "f")
                    (param "a" (own $cart)) (param "b" (borrow $cart)) (result (own $cart))
                    (canon lift (core func $m "f"))))
                """)) {
      List<Cart> seen = new ArrayList<>();
      var returned = new Cart(7);
      shop.linker()
          .root()
          .resource("cart", shop.resource())
          .funcOverImages(
              "swap",
              (in, out) -> {
                seen.add(in.getOwn(0, shop.resource()));
                seen.add(in.getBorrow(4, shop.resource()));
                out.putOwn(0, shop.resource(), returned);
              });
      Func f = shop.instantiate(component).func("f");
      var a = new Cart(5);
      var b = new Cart(6);
      assertSame(returned, f.call(a, b));
      assertEquals(List.of(a, b), seen);
      for (int i = 0; i < 100; i++) {
        try (Call call = f.begin()) {
          call.arguments().putOwn(0, shop.resource(), a);
          call.arguments().putBorrow(4, shop.resource(), b);
          call.invoke();
          assertSame(returned, call.result().getOwn(0, shop.resource()));
        }
      }
      try (Call call = f.begin()) {
        call.arguments().putOwn(0, shop.resource(), a);
        call.arguments().putBorrow(4, shop.resource(), b);
        // Not invoked.
      }
      assertEquals(List.of(), shop.destroyed());
    }
  }

  @Test
  void readingAHandleAsAnotherResourceIsRefused() {
    HostResource<Cart> other = HostResource.of(Cart.class);
    try (var shop = Shop.open();
        Call call = shop.func("make").begin()) {
      call.arguments().putInt(0, 5);
      call.invoke();
      assertThrows(IllegalStateException.class, () -> call.result().getOwn(0, other));
      assertThrows(IllegalStateException.class, () -> call.result().getOwn(0));
      assertSame(shop.made().getFirst(), call.result().getOwn(0, shop.resource()));
    }
  }

  /** One component implements it, another one gets it as a resource of the host's. */
  @Test
  void aComponentsResourceCanBeTheHostsForAnotherComponent() {
    var linker = new Linker(Guests.ENGINE);
    try (var counters = new CounterGuest();
        var shop = Shop.empty()) {
      shop.functions(linker.instance(CartGuest.CARTS)).resource("cart", Resource.class);
      Instance carts = linker.instantiate(counters.store(), CartGuest.COMPONENT);
      Resource counter = counters.make(5);
      assertSame(counter, carts.func("echo").call(counter));
      assertEquals(5, counters.get(counter));
      // Dropping it closes it, which waits for the call to end.
      carts.func("drop").call(counter);
      assertEquals(List.of(5), counters.destroyed());
      assertTrue(!counter.isOpen());
      Resource kept = counters.make(6);
      carts.func("keep").call(kept);
      assertEquals(6, counters.get(kept));
    }
  }

  private static void collectUntil(BooleanSupplier done) {
    for (int i = 0; i < 500 && !done.getAsBoolean(); i++) {
      System.gc();
      try {
        // The Cleaner's thread needs a moment after each collection.
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void aForgottenStoreDestroysWhatGuestsHold() {
    List<Cart> destroyed = Collections.synchronizedList(new ArrayList<>());
    forgetStore(HostResource.of(Cart.class, destroyed::add));
    collectUntil(() -> !destroyed.isEmpty());
    assertEquals(1, destroyed.size());
  }

  private static void forgetStore(HostResource<Cart> resource) {
    var linker = new Linker(Guests.ENGINE);
    try (var shop = Shop.empty()) {
      shop.functions(linker.instance(CartGuest.CARTS)).resource("cart", resource);
    }
    linker
        .instantiate(new Store(Guests.ENGINE), CartGuest.COMPONENT)
        .func("keep")
        .call(new Cart(5));
  }

  @Test
  void resourcesAreUnreachableOnceAllThatUsesThemIsClosed() {
    var reference = useAndClose();
    collectUntil(() -> reference.refersTo(null));
    assertTrue(reference.refersTo(null), "the resource is kept");
  }

  private static WeakReference<HostResource<Cart>> useAndClose() {
    try (var shop = Shop.open()) {
      assertEquals(5, shop.call("buy", 5));
      shop.call("keep", new Cart(6));
      return new WeakReference<>(shop.resource());
    }
  }
}
