package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acme.shop.Shop;
import dev.switchblade.ClosedException;
import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.Prepared;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.TrapException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is done once a store is closed, and what is prepared in the same way as something else. */
final class OnCloseTest {

  @Test
  void itIsDoneOnceInOrderWhenTheStoreIsClosed() {
    List<String> done = new ArrayList<>();
    var store = new Store(Guests.ENGINE);
    store.onClose(() -> done.add("first"));
    store.onClose(
        () -> {
          // It is closed by now.
          assertThrows(ClosedException.class, () -> store.onClose(() -> done.add("never")));
          done.add("second");
        });
    assertEquals(List.of(), done);
    store.close();
    store.close();
    assertEquals(List.of("first", "second"), done);
    assertThrows(ClosedException.class, () -> store.onClose(() -> done.add("too late")));
    assertEquals(2, done.size());
  }

  @Test
  void whatFailsKeepsNothingElseFromBeingDone() {
    var done = new AtomicInteger();
    var store = new Store(Guests.ENGINE);
    store.onClose(
        () -> {
          throw new IllegalStateException("told on purpose, by OnCloseTest");
        });
    store.onClose(done::incrementAndGet);
    store.close();
    assertEquals(1, done.get());
    HealthyJvm.assertCallsWork();
  }

  @Test
  void aLostStoreIsClosedLikeAnyOther() {
    String trapping =
        """
        (component
          (core module $m (func (export "f") unreachable))
          (core instance $m (instantiate $m))
          (func (export "f") (canon lift (core func $m "f"))))
        """;
    var done = new AtomicInteger();
    try (Component component = Guests.wat(trapping);
        var store = new Store(Guests.ENGINE)) {
      store.onClose(done::incrementAndGet);
      var f = new Linker(Guests.ENGINE).instantiate(store, component).func("f");
      assertThrows(TrapException.class, f::call);
      assertEquals(0, done.get());
    }
    assertEquals(1, done.get());
  }

  @Test
  void itIsDoneForAStoreThatIsForgotten() throws Exception {
    var done = new CountDownLatch(1);
    forget(done);
    for (int i = 0; i < 600 && done.getCount() > 0; i++) {
      System.gc();
      if (done.await(10, TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    assertEquals(0, done.getCount());
  }

  @SuppressWarnings("resource")
  private static void forget(CountDownLatch done) {
    new Store(Guests.ENGINE).onClose(done::countDown);
  }

  @Test
  void whatIsPreparedTellsWhenItsInstancesAreClosed() {
    var done = new AtomicInteger();
    try (Component component = Guests.ENGINE.compile(Guests.file("shop.wasm"));
        Prepared<Shop> shops = Shop.prepare(component, () -> 1)) {
      try (Shop shop = shops.instantiate(StoreConfig.defaults(), done::incrementAndGet);
          var cart = shop.carts().newCart("ada")) {
        assertEquals("ada", cart.owner());
        assertEquals(0, done.get());
      }
      assertEquals(1, done.get());
    }
  }

  @Test
  void anotherComponentIsPreparedInTheSameWay() {
    try (Component rust = Guests.ENGINE.compile(Guests.file("shop.wasm"));
        Component c = Guests.ENGINE.compile(Guests.file("shop-c.wasm"));
        Component other = Guests.ENGINE.compile(Guests.file("calculator.wasm"));
        Engine engine = Engine.create();
        Component elsewhere = engine.compile(Guests.file("shop-c.wasm"))) {
      Prepared<Shop> first = Shop.prepare(rust, () -> 17);
      assertEquals(rust, first.component());
      first.close();
      try (Prepared<Shop> second = first.relink(c);
          Shop shop = second.instantiate();
          var cart = shop.carts().newCart("ada")) {
        assertEquals(c, second.component());
        assertEquals(17, cart.opened());
      }
      var mismatch = assertThrows(LinkException.class, () -> first.relink(other));
      assertTrue(mismatch.getMessage().contains("acme:shop/carts"), mismatch.getMessage());
      // Of another engine, and back: with the linker that the first one was linked with.
      try (Prepared<Shop> third = first.relink(elsewhere);
          Prepared<Shop> fourth = third.relink(c);
          Shop there = third.instantiate();
          Shop here = fourth.instantiate()) {
        for (Shop shop : List.of(there, here)) {
          try (var cart = shop.carts().newCart("ada")) {
            assertEquals(17, cart.opened());
          }
        }
      }
    }
  }
}
