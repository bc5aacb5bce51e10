package dev.switchblade.tests;

import static dev.switchblade.tests.PluggedGuests.COUNTERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.HostResource;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.Resource;
import dev.switchblade.Store;
import dev.switchblade.StoreLostException;
import dev.switchblade.TrapCode;
import dev.switchblade.TrapException;
import dev.switchblade.abi.Call;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Resources that cross from one instance to another that is plugged into it. */
final class PluggedResourcesTest {

  /** The numbers of the counters whose destructor has run. */
  private final List<Object> destroyed = new ArrayList<>();

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  private InstancePre counters() {
    var linker = new Linker(Guests.ENGINE);
    linker
        .root()
        .func(
            "log",
            call -> {
              destroyed.add(call.argument(0));
              return null;
            });
    try (Component component = Guests.wat(PluggedGuests.COUNTER)) {
      return linker.instantiatePre(component);
    }
  }

  private static InstancePre linked(String text, InstancePre... plugged) {
    var linker = new Linker(Guests.ENGINE);
    for (InstancePre provider : plugged) {
      linker.plug(provider);
    }
    try (Component component = Guests.wat(text)) {
      return linker.instantiatePre(component);
    }
  }

  /** An instance that uses counters, with one that implements them and was made with it. */
  private record MadeTogether(Store store, Instance user) implements AutoCloseable {
    @Override
    public void close() {
      store.close();
    }
  }

  /** An instance that uses counters, and the one that implements them and was there before. */
  private record Linked(Store store, Instance provider, Instance user) implements AutoCloseable {
    @Override
    public void close() {
      store.close();
    }
  }

  private MadeTogether madeTogether() {
    try (var counters = counters();
        var user = linked(PluggedGuests.COUNTER_USER, counters)) {
      var store = new Store(Guests.ENGINE);
      return new MadeTogether(store, user.instantiate(store));
    }
  }

  private Linked linkedWithAnInstance() {
    try (var counters = counters();
        Component user = Guests.wat(PluggedGuests.COUNTER_USER)) {
      var store = new Store(Guests.ENGINE);
      Instance provider = counters.instantiate(store);
      return new Linked(
          store, provider, new Linker(Guests.ENGINE).plug(provider).instantiate(store, user));
    }
  }

  private static Object call(Instance instance, String function, Object... arguments) {
    return instance.func(function).call(arguments);
  }

  private static Resource make(Instance user, int number) {
    return (Resource) call(user, "make", number);
  }

  @Test
  void areMadeUsedAndDestroyedWhereTheyAreImplemented() {
    try (var made = madeTogether()) {
      Instance instance = made.user();
      for (int i = 100; i < 120; i++) {
        assertEquals(i, call(instance, "use", i));
        assertEquals(i, destroyed.getLast());
      }
      assertEquals(20, destroyed.size());
    }
  }

  @Test
  void areGivenAwayOnce() {
    try (var made = madeTogether()) {
      Instance instance = made.user();
      assertEquals(5, call(instance, "take", make(instance, 5)));
      assertEquals(List.of(5), destroyed);
      Resource counter = make(instance, 6);
      TrapException trap =
          assertThrows(TrapException.class, () -> call(instance, "take-twice", counter));
      assertTrue(trap.getMessage().contains("handle"), trap.getMessage());
      assertEquals(List.of(5, 6), destroyed);
    }
  }

  @Test
  void areKeptByTheGuestThatOwnsThem() {
    try (var made = madeTogether()) {
      Instance instance = made.user();
      Resource counter = make(instance, 7);
      call(instance, "keep", counter);
      assertFalse(counter.isOpen());
      System.gc();
      assertEquals(7, call(instance, "look-at-kept"));
      assertEquals(7, call(instance, "look-at-kept"));
      assertEquals(List.of(), destroyed);
      call(instance, "drop-kept");
      assertEquals(List.of(7), destroyed);
      call(instance, "keep", make(instance, 8));
      assertEquals(8, call(instance, "take-kept"));
      assertEquals(List.of(7, 8), destroyed);
    }
  }

  @Test
  void comeToJavaAndGoBackByEitherOfTheTwo() {
    try (var both = linkedWithAnInstance()) {
      Instance provider = both.provider();
      Instance instance = both.user();
      var direct = provider.func(COUNTERS, "[constructor]counter");
      var get = provider.func(COUNTERS, "[method]counter.get");
      var take = provider.func(COUNTERS, "take");
      try (Resource made = make(instance, 1);
          Resource other = (Resource) direct.call(2)) {
        assertEquals(1, get.call(made));
        assertEquals(1, call(instance, "look", made));
        assertEquals(2, get.call(other));
        assertEquals(2, call(instance, "look", other));
        assertTrue(made.isOpen());
      }
      assertEquals(List.of(2, 1), destroyed);
      assertEquals(3, take.call(make(instance, 3)));
      assertEquals(4, call(instance, "take", direct.call(4)));
      assertEquals(List.of(2, 1, 3, 4), destroyed);
    }
  }

  @Test
  void areDroppedWhenTheyAreForgotten() throws Exception {
    try (var made = madeTogether()) {
      Instance instance = made.user();
      make(instance, 21);
      assertTrue(
          Trials.collectUntil(
              () -> {
                assertEquals(30, call(instance, "take", make(instance, 30)));
                destroyed.remove((Object) 30);
                return !destroyed.isEmpty();
              }));
      assertEquals(List.of(21), destroyed);
    }
  }

  /** What a guest was bound to by native code must not keep the store that it is in. */
  @Test
  void letTheStoreBeForgotten() throws Exception {
    // It imports a host function that its code could call.
    String calling =
        PluggedGuests.COUNTER_USER
            .replace("(core func $drop", "(import \"tell\" (func $tell-host))\n(core func $drop")
            .replace(
                "(core module $user",
                "(core func $tell (canon lower (func $tell-host)))\n(core module $user")
            .replace("(global $kept", "(import \"counter\" \"tell\" (func $tell)) (global $kept")
            .replace(
                "(export \"drop\" (func $drop))",
                "(export \"drop\" (func $drop)) (export \"tell\" (func $tell))");
    try (var counters = counters();
        Component user = Guests.wat(calling)) {
      List<WeakReference<Store>> stores = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        stores.add(forgotten(counters, user));
      }
      assertTrue(
          Trials.collectUntil(() -> stores.stream().allMatch(store -> store.refersTo(null))));
    }
  }

  private static WeakReference<Store> forgotten(InstancePre counters, Component user) {
    var store = new Store(Guests.ENGINE);
    var linker = new Linker(Guests.ENGINE).plug(counters.instantiate(store));
    linker.root().func("tell", call -> null);
    assertEquals(3, call(linker.instantiate(store, user), "use", 3));
    return new WeakReference<>(store);
  }

  /** Images know no types: a host can say that it lends what it gives. */
  @Test
  void haveOneOwnerWhateverTheHostSays() {
    try (var both = linkedWithAnInstance()) {
      Instance instance = both.user();
      Resource counter = mistakenlyLent(instance);
      assertEquals(5, call(instance, "look-at-kept"));
      var refused = assertThrows(RuntimeException.class, counter::close);
      assertTrue(
          Objects.requireNonNull(refused.getMessage()).contains("a guest owns it"),
          refused.getMessage());
      assertEquals(List.of(), destroyed);
    }
    try (var both = linkedWithAnInstance()) {
      Instance provider = both.provider();
      Instance instance = both.user();
      Resource counter = mistakenlyLent(instance);
      var get = provider.func(COUNTERS, "[method]counter.get");
      assertThrows(RuntimeException.class, () -> get.call(counter));
    }
    try (var both = linkedWithAnInstance()) {
      Instance instance = both.user();
      Resource counter = mistakenlyLent(instance);
      assertThrows(RuntimeException.class, () -> call(instance, "take", counter));
      assertEquals(List.of(), destroyed);
    }
  }

  /** Gives a counter to {@code keep}, and has its own handle nevertheless. */
  private static Resource mistakenlyLent(Instance instance) {
    Resource counter = make(instance, 5);
    try (Call call = instance.func("keep").begin()) {
      call.arguments().putBorrow(0, counter);
      call.invoke();
    }
    assertTrue(counter.isOpen());
    return counter;
  }

  /** Though others are plugged into their component. */
  @Test
  void ofTheComponentThatImportsAreLookedAtBeforeTheCall() {
    String text =
        """
        (component
          %s
          (type $thing-here (resource (rep i32)))
          (export $thing "thing" (type $thing-here))
          (core func $new (canon resource.new $thing-here))
          (core module $m
            (import "" "new" (func $new (param i32) (result i32)))
            (func (export "make") (result i32) (call $new (i32.const 5)))
            (func (export "look") (param i32) (result i32) (local.get 0)))
          (core instance $m (instantiate $m (with "" (instance (export "new" (func $new))))))
          (func (export "make") (result (own $thing)) (canon lift (core func $m "make")))
          (func (export "look") (param "thing" (borrow $thing)) (result u32)
            (canon lift (core func $m "look"))))
        """
            .formatted(PluggedGuests.COUNTERS_IMPORT);
    try (var counters = counters();
        var user = linked(text, counters);
        var store = new Store(Guests.ENGINE)) {
      Instance one = user.instantiate(store);
      Instance other = user.instantiate(store);
      var thing = (Resource) one.func("make").call();
      var refused = assertThrows(RuntimeException.class, () -> call(other, "look", thing));
      assertTrue(
          Objects.requireNonNull(refused.getMessage()).contains("another instance's"),
          refused.getMessage());
      // Nothing has run.
      assertEquals(5, call(one, "look", thing));
    }
  }

  /** What its destructor calls is another instance, which comes back. */
  @Test
  void haveDestructorsThatCantGoRoundInACircle() {
    String quiet =
        """
        (component
          (core module $m (func (export "log") (param i32)))
          (core instance $m (instantiate $m))
          (func (export "log") (param "number" u32) (canon lift (core func $m "log"))))
        """;
    String comingBack =
        """
        (component
          %s
          (core func $new (canon lower (func $counters "[constructor]counter")))
          (core func $drop (canon resource.drop $counter))
          (core module $m
            (import "" "new" (func $new (param i32) (result i32)))
            (import "" "drop" (func $drop (param i32)))
            (global $kept (mut i32) (i32.const 0))
            (func (export "fill") (global.set $kept (call $new (i32.const 50))))
            (func (export "log") (param i32)
              (if (global.get $kept)
                (then (call $drop (global.get $kept)))
                (else (call $drop (call $new (i32.const 1)))))))
          (core instance $m (instantiate $m (with "" (instance
            (export "new" (func $new)) (export "drop" (func $drop))))))
          (func (export "fill") (canon lift (core func $m "fill")))
          (func (export "log") (param "number" u32) (canon lift (core func $m "log"))))
        """
            .formatted(PluggedGuests.COUNTERS_IMPORT);
    try (var log = linked(quiet);
        var counters = linked(PluggedGuests.COUNTER, log);
        Component user = Guests.wat(PluggedGuests.COUNTER_USER);
        Component circle = Guests.wat(comingBack)) {
      for (boolean filled : new boolean[] {false, true}) {
        for (boolean byGuest : new boolean[] {false, true}) {
          try (var store = new Store(Guests.ENGINE)) {
            Instance provider = counters.instantiate(store);
            var linker = new Linker(Guests.ENGINE).plug(provider);
            Instance instance = linker.instantiate(store, user);
            Instance back = linker.instantiate(store, circle);
            assertEquals(2, call(instance, "use", 2));
            if (filled) {
              back.func("fill").call();
            }
            provider.plug("", back);
            Resource counter = make(instance, 3);
            var trap =
                assertThrows(
                    TrapException.class,
                    () -> {
                      if (byGuest) {
                        call(instance, "use", 4);
                      } else {
                        counter.close();
                      }
                    });
            assertEquals(TrapCode.CANNOT_ENTER_COMPONENT, trap.code());
            assertThrows(StoreLostException.class, () -> make(instance, 5));
          }
        }
      }
    }
  }

  @Test
  void areNotDestroyedWhenTheStoreIsClosed() {
    try (var counters = counters();
        var user = linked(PluggedGuests.COUNTER_USER, counters)) {
      var store = new Store(Guests.ENGINE);
      Instance instance = user.instantiate(store);
      call(instance, "keep", make(instance, 9));
      Resource counter = make(instance, 10);
      store.close();
      counter.close();
      assertEquals(List.of(), destroyed);
    }
  }

  @Test
  void aBorrowEndsWithTheCall() {
    try (var made = madeTogether()) {
      Instance instance = made.user();
      Resource counter = make(instance, 1);
      TrapException trap =
          assertThrows(TrapException.class, () -> call(instance, "forget-to-drop", counter));
      assertTrue(trap.getMessage().contains("borrow"), trap.getMessage());
    }
  }

  @Test
  void aDestructorThatTrapsIsToldWhoever() {
    try (var made = madeTogether()) {
      Instance instance = made.user();
      TrapException trap = assertThrows(TrapException.class, () -> call(instance, "use", 13));
      assertEquals(TrapCode.UNREACHABLE, trap.code());
      assertTrue(trap.getMessage().contains("the destructor of counter"), trap.getMessage());
    }
    try (var counters = counters();
        var user = linked(PluggedGuests.COUNTER_USER, counters);
        var store = new Store(Guests.ENGINE)) {
      Resource counter = make(user.instantiate(store), 13);
      assertThrows(TrapException.class, counter::close);
    }
  }

  /** Each has a provider of its own. */
  @Test
  void areOfTheInstanceThatMadeThem() {
    try (var counters = counters();
        var user = linked(PluggedGuests.COUNTER_USER, counters);
        var store = new Store(Guests.ENGINE)) {
      Instance one = user.instantiate(store);
      Instance other = user.instantiate(store);
      Resource counter = make(one, 1);
      TrapException trap = assertThrows(TrapException.class, () -> call(other, "look", counter));
      assertTrue(trap.getMessage().contains("of another instance's"), trap.getMessage());
      assertEquals(List.of(), destroyed);
    }
  }

  // ---- several components

  @Test
  void goOnToAThirdComponent() {
    try (var counters = counters();
        var sums = linked(PluggedGuests.SUM, counters);
        var user = linked(PluggedGuests.SUM_USER, counters, sums);
        var store = new Store(Guests.ENGINE)) {
      Instance instance = user.instantiate(store);
      assertEquals(42, call(instance, "sum", 20, 22));
      assertEquals(List.of(20, 22), destroyed);
      assertEquals(8, call(instance, "next", 7));
      assertEquals(List.of(20, 22, 7, 8), destroyed);
    }
  }

  @Test
  void goOnWhereAllAreThereAlready() {
    try (var counters = counters();
        Component sums = Guests.wat(PluggedGuests.SUM);
        Component user = Guests.wat(PluggedGuests.SUM_USER);
        var store = new Store(Guests.ENGINE)) {
      Instance first = counters.instantiate(store);
      Instance second = new Linker(Guests.ENGINE).plug(first).instantiate(store, sums);
      Instance third = new Linker(Guests.ENGINE).plug(first).plug(second).instantiate(store, user);
      assertEquals(42, call(third, "sum", 20, 22));
      assertEquals(8, call(third, "next", 7));
    }
  }

  @Test
  void mustBeTheSameWhereverTheyGo() {
    try (var counters = counters();
        var others = counters();
        var sums = linked(PluggedGuests.SUM, others);
        Component user = Guests.wat(PluggedGuests.SUM_USER);
        var store = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE).plug(sums);
      linker.instance(COUNTERS).plug(counters);
      LinkException refused = assertThrows(LinkException.class, () -> linker.instantiatePre(user));
      assertTrue(
          refused
              .getMessage()
              .contains("resource counter: expected that of component, found another one"),
          refused.getMessage());
      // What the instance of `sums` uses was made for it, and is not what is made for the user.
      var there = new Linker(Guests.ENGINE).plug(others);
      there.instance(PluggedGuests.SUMS).plug(sums.instantiate(store));
      LinkException other = assertThrows(LinkException.class, () -> there.instantiatePre(user));
      assertTrue(other.getMessage().contains("resource counter"), other.getMessage());
    }
  }

  // ---- the host's

  /** A cart of the host's. */
  private record Cart(int total) {}

  /** Passes carts on to {@code acme:till/pay@1.0.0}, which {@link #TILL} exports. */
  private static final String SHOP =
      """
      (component
        (import "acme:shop/carts@1.0.0" (instance $carts
          (export "cart" (type $cart (sub resource)))
          (export "[constructor]cart" (func (param "total" u32) (result (own $cart))))))
        (alias export $carts "cart" (type $cart))
        (import "acme:till/pay@1.0.0" (instance $till
          (alias outer 1 $cart (type $cart))
          (export "look" (func (param "cart" (borrow $cart)) (result u32)))
          (export "pay" (func (param "cart" (own $cart)) (result u32)))
          (export "change" (func (result (own $cart))))))
        (core func $new (canon lower (func $carts "[constructor]cart")))
        (core func $look (canon lower (func $till "look")))
        (core func $pay (canon lower (func $till "pay")))
        (core func $change (canon lower (func $till "change")))
        (core func $drop (canon resource.drop $cart))
        (core module $m
          (import "cart" "new" (func $new (param i32) (result i32)))
          (import "cart" "look" (func $look (param i32) (result i32)))
          (import "cart" "pay" (func $pay (param i32) (result i32)))
          (import "cart" "change" (func $change (result i32)))
          (import "cart" "drop" (func $drop (param i32)))
          (func (export "buy") (param i32) (result i32) (local $cart i32) (local $sum i32)
            (local.set $cart (call $new (local.get 0)))
            (local.set $sum (call $look (local.get $cart)))
            (local.set $sum (i32.add (local.get $sum) (call $pay (local.get $cart))))
            (local.set $cart (call $change))
            (local.set $sum (i32.add (local.get $sum) (call $look (local.get $cart))))
            (call $drop (local.get $cart))
            (local.get $sum)))
        (core instance $functions
          (export "new" (func $new)) (export "look" (func $look)) (export "pay" (func $pay))
          (export "change" (func $change)) (export "drop" (func $drop)))
        (core instance $m (instantiate $m (with "cart" (instance $functions))))
        (func (export "buy") (param "total" u32) (result u32) (canon lift (core func $m "buy"))))
      """;

  private static final String TILL =
      """
      (component
        (import "acme:shop/carts@1.0.0" (instance $carts
          (export "cart" (type $cart (sub resource)))
          (export "[constructor]cart" (func (param "total" u32) (result (own $cart))))
          (export "[method]cart.total" (func (param "self" (borrow $cart)) (result u32)))))
        (alias export $carts "cart" (type $cart))
        (core func $new (canon lower (func $carts "[constructor]cart")))
        (core func $total (canon lower (func $carts "[method]cart.total")))
        (core func $drop (canon resource.drop $cart))
        (core module $m
          (import "cart" "new" (func $new (param i32) (result i32)))
          (import "cart" "total" (func $total (param i32) (result i32)))
          (import "cart" "drop" (func $drop (param i32)))
          (func (export "look") (param i32) (result i32)
            (call $total (local.get 0))
            (call $drop (local.get 0)))
          (func (export "change") (result i32) (call $new (i32.const 7))))
        (core instance $functions
          (export "new" (func $new)) (export "total" (func $total)) (export "drop" (func $drop)))
        (core instance $m (instantiate $m (with "cart" (instance $functions))))
        (func $look (param "cart" (borrow $cart)) (result u32) (canon lift (core func $m "look")))
        (func $pay (param "cart" (own $cart)) (result u32) (canon lift (core func $m "look")))
        (func $change (result (own $cart)) (canon lift (core func $m "change")))
        (instance $i
          (export "look" (func $look)) (export "pay" (func $pay)) (export "change" (func $change)))
        (export "acme:till/pay@1.0.0" (instance $i)))
      """;

  private static Linker carts(HostResource<Cart> resource) {
    var linker = new Linker(Guests.ENGINE);
    linker
        .instance("acme:shop/carts@1.0.0")
        .resource("cart", resource)
        .func("[constructor]cart", call -> new Cart((int) call.argument(0)))
        .func("[method]cart.total", call -> ((Cart) call.argument(0)).total());
    return linker;
  }

  @Test
  void ofTheHostCrossIfBothAreLinkedWithTheSame() {
    var carts = HostResource.of(Cart.class);
    try (Component till = Guests.wat(TILL);
        Component shop = Guests.wat(SHOP);
        var plugged = carts(carts).instantiatePre(till);
        var linked = carts(carts).plug(plugged).instantiatePre(shop);
        var store = new Store(Guests.ENGINE)) {
      Instance instance = linked.instantiate(store);
      for (int i = 0; i < 100; i++) {
        assertEquals(2 * i + 7, call(instance, "buy", i));
      }
      LinkException refused =
          assertThrows(
              LinkException.class,
              () -> carts(HostResource.of(Cart.class)).plug(plugged).instantiatePre(shop));
      assertTrue(
          refused.getMessage().contains("resource cart: expected the host's, found another one"),
          refused.getMessage());
    }
  }
}
