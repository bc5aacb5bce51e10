package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acme.shop.Shop;
import acme.shop.clock.Clock;
import dev.switchblade.Component;
import dev.switchblade.Prepared;
import dev.switchblade.StoreConfig;
import org.junit.jupiter.api.Test;

/** The server of {@code docs/getting-started.md}, which shows a part of this file. */
final class GettingStartedPageTest {

  /** Links once; each request has an instance of its own. */
  static final class ShopServer implements AutoCloseable {
    private final Prepared<Shop> prepared; // thread-safe

    ShopServer(Component component, Clock clock) {
      prepared = Shop.prepare(component, clock);
    }

    String handle(String customer, StoreConfig grants) {
      try (var shop = prepared.instantiate(grants);
          var cart = shop.carts().newCart(customer)) {
        return cart.owner() + " pays " + cart.total();
      }
    }

    @Override
    public void close() {
      prepared.close();
    }
  }

  @Test
  void eachRequestHasAnInstanceOfItsOwn() {
    try (var component = Guests.ENGINE.compile(Guests.file("shop.wasm"));
        var server = new ShopServer(component, () -> 1)) {
      assertEquals("ada pays 0", server.handle("ada", StoreConfig.defaults()));
      assertEquals("bob pays 0", server.handle("bob", StoreConfig.defaults()));
    }
  }

  /** Whose stores share one prepared shop. */
  private record Tenant(Clock clock) {}

  @Test
  void eachTenantHasAClockOfItsOwn() {
    try (var component = Guests.ENGINE.compile(Guests.file("shop.wasm"));
        var prepared =
            Shop.preparePerStore(component, config -> config.data(Tenant.class).clock())) {
      for (long time : new long[] {3, 17}) {
        var config = StoreConfig.defaults().withData(Tenant.class, new Tenant(() -> time));
        try (var shop = prepared.instantiate(config);
            var cart = shop.carts().newCart("ada")) {
          assertEquals(time, cart.opened());
        }
      }
    }
  }
}
