package dev.switchblade.tests.languages;

import static dev.switchblade.tests.languages.Complaints.assertComplains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import acme.shop.Shop;
import acme.shop.carts.Cart;
import acme.shop.clock.Clock;
import dev.switchblade.Component;
import dev.switchblade.HostFunctionException;
import dev.switchblade.Instance;
import dev.switchblade.Limits;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.Prepared;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a shop comes to be, with what, and how many of it there can be. */
final class ShopInstancesTest {

  @ParameterizedTest
  @EnumSource
  void oneLinkingIsEnoughForManyInstances(Language language) {
    try (Prepared<Shop> prepared = Shop.prepare(language.shop(), new TestClock(10));
        Shop one = prepared.instantiate();
        Shop other = prepared.instantiate(StoreConfig.defaults().withLabel("other"));
        Cart first = one.carts().newCart("ada");
        Cart second = other.carts().newCart("bob")) {
      first.add(Items.BOOK);
      assertEquals(List.of(Items.BOOK), first.items());
      assertEquals(List.of(), second.items());
      assertEquals(10, first.opened());
      assertEquals(11, second.opened());
    }
  }

  @ParameterizedTest
  @EnumSource
  void instancesWorkSideBySide(Language language) throws InterruptedException, ExecutionException {
    try (Prepared<Shop> prepared = Shop.prepare(language.shop(), () -> 1);
        var threads = Executors.newFixedThreadPool(4)) {
      var totals =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            try (Shop shop = prepared.instantiate();
                                Cart cart = shop.carts().newCart("owner " + i)) {
                              for (int item = 0; item < 100; item++) {
                                cart.add(Items.priced("A", i, item));
                              }
                              return cart.total();
                            }
                          }))
              .toList();
      for (int i = 0; i < totals.size(); i++) {
        assertEquals(4950L * i, totals.get(i).get());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aShopWorksInAStoreOfTheCaller(Language language) {
    Component component = language.shop();
    var linker = new Linker(component.engine());
    Shop.addTo(linker, () -> 5);
    try (var store = new Store(component.engine());
        Prepared<Shop> prepared = Shop.prepare(component, linker)) {
      try (Shop shop = prepared.instantiate(store);
          Cart cart = shop.carts().newCart("ada")) {
        assertEquals(5, cart.opened());
      }
      Instance instance = linker.instantiate(store, component);
      try (Shop shop = Shop.bind(instance);
          Cart cart = shop.carts().newCart("bob")) {
        assertEquals("bob", cart.owner());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatTheClockThrowsComesOut(Language language) {
    var broken = new IllegalStateException("the clock has stopped");
    Clock clock =
        () -> {
          throw broken;
        };
    try (var shop = Shop.instantiate(language.shop(), clock)) {
      var exception =
          assertComplains(
              HostFunctionException.class,
              () -> shop.carts().newCart("ada"),
              "acme:shop/clock@1.0.0",
              "now");
      assertSame(broken, exception.getCause());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aShopWithoutAClockIsNotLinked(Language language) {
    Component component = language.shop();
    assertComplains(
        LinkException.class,
        () -> Shop.prepare(component, new Linker(component.engine())),
        "acme:shop/clock@1.0.0",
        "now");
  }

  @ParameterizedTest
  @EnumSource
  void resultsAreLimited(Language language) {
    StoreConfig config =
        StoreConfig.defaults().withLimits(Limits.defaults().withCopiedBytes(100_000));
    try (var shop = Shop.instantiate(language.shop(), config, () -> 1);
        Cart cart = shop.carts().newCart("ada")) {
      Items.many(1_000).forEach(cart::add);
      assertEquals(Items.total(Items.many(1_000)), cart.total());
      for (int i = 0; i < 10; i++) {
        Items.many(1_000).forEach(cart::add);
      }
      var exception = assertComplains(ResourceLimitException.class, cart::items, "100000");
      assertEquals(ResourceLimitException.Limit.COPIED_BYTES, exception.limit());
    }
  }

  @ParameterizedTest
  @EnumSource
  void memoryIsLimited(Language language) {
    Limits small = Limits.defaults().withMemoryBytes(64 << 20);
    String large = "x".repeat(48 << 20);
    try (var shop =
            Shop.instantiate(language.shop(), StoreConfig.defaults().withLimits(small), () -> 1);
        Cart cart = shop.carts().newCart("ada")) {
      var exception =
          assertComplains(
              ResourceLimitException.class,
              () -> {
                for (int i = 0; i < 2; i++) {
                  cart.add(Items.priced(large, 1, 1));
                }
              });
      assertEquals(ResourceLimitException.Limit.MEMORY_BYTES, exception.limit());
    }
  }

  @ParameterizedTest
  @EnumSource
  void noMemoryIsNoShop(Language language) {
    Component component = language.shop();
    StoreConfig config =
        StoreConfig.defaults().withLimits(Limits.defaults().withMemoryBytes(1 << 16));
    assertComplains(
        ResourceLimitException.class, () -> Shop.instantiate(component, config, () -> 1), "65536");
  }
}
