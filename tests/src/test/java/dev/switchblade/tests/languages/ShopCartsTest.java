package dev.switchblade.tests.languages;

import static dev.switchblade.tests.languages.Complaints.assertComplains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import acme.shop.Shop;
import acme.shop.carts.Cart;
import acme.shop.types.Item;
import acme.shop.types.Payment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Carts are resources: they live, are given away, and are closed. */
final class ShopCartsTest {

  private final TestClock clock = new TestClock(1);

  private Shop open(Language language) {
    return Shop.instantiate(language.shop(), clock);
  }

  @ParameterizedTest
  @EnumSource
  void cartsDoNotKnowOfEachOther(Language language) {
    try (var shop = open(language);
        Cart one = shop.carts().newCart("ada");
        Cart other = shop.carts().newCart("ada")) {
      one.add(Items.BOOK);
      assertEquals(List.of(Items.BOOK), one.items());
      assertEquals(List.of(), other.items());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatComesFromAGuestIsNeitherChangedNorCopied(Language language) {
    try (var shop = open(language);
        Cart cart = shop.carts().newCart("ada")) {
      cart.add(Items.BOOK);
      List<Item> items = cart.items();
      Item item = items.getFirst();
      assertThrows(UnsupportedOperationException.class, items::clear);
      assertThrows(UnsupportedOperationException.class, () -> item.tags().clear());
      assertThrows(UnsupportedOperationException.class, () -> item.care().clear());
      var same =
          new Item(
              item.sku(),
              item.cents(),
              item.count(),
              item.category(),
              item.care(),
              item.weight(),
              item.place(),
              item.tags());
      assertSame(item.tags(), same.tags());
      assertSame(item.care(), same.care());
    }
  }

  @ParameterizedTest
  @EnumSource
  void twoCartsBecomeOne(Language language) {
    try (var shop = open(language)) {
      Cart a = shop.carts().newCart("Ада");
      Cart b = shop.carts().newCart("bob");
      a.add(Items.BOOK);
      a.add(Items.EXTREME);
      b.add(Items.NOTHING);
      try (Cart both = shop.carts().cart().merge(a, b)) {
        assertEquals("Ада & bob", both.owner());
        assertEquals(3, both.opened());
        assertEquals(List.of(Items.BOOK, Items.EXTREME, Items.NOTHING), both.items());
        both.add(Items.BOOK);
        assertEquals(4, both.items().size());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasGivenAwayIsGone(Language language) {
    try (var shop = open(language)) {
      Cart a = shop.carts().newCart("a");
      Cart b = shop.carts().newCart("b");
      try (Cart both = shop.carts().cart().merge(a, b);
          Cart c = shop.carts().newCart("c")) {
        assertComplains(IllegalStateException.class, a::total, "given away");
        assertComplains(IllegalStateException.class, () -> b.add(Items.BOOK), "given away");
        assertComplains(
            IllegalStateException.class, () -> shop.carts().cart().merge(c, a), "given away");
        // Closing what is gone closes nothing else.
        a.close();
        b.close();
        assertEquals("a & b", both.owner());
        assertEquals("c", c.owner());
        // The call that failed took nothing.
        try (Cart merged = shop.carts().cart().merge(both, c)) {
          assertEquals("a & b & c", merged.owner());
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCartCannotBeGivenAwayTwiceInOneCall(Language language) {
    try (var shop = open(language);
        Cart cart = shop.carts().newCart("ada")) {
      assertComplains(
          IllegalStateException.class, () -> shop.carts().cart().merge(cart, cart), "twice");
      cart.add(Items.BOOK);
      assertEquals(List.of(Items.BOOK), cart.items());
    }
  }

  @ParameterizedTest
  @EnumSource
  void closedCartsAreClosed(Language language) {
    try (var shop = open(language)) {
      Cart cart = shop.carts().newCart("ada");
      cart.close();
      cart.close();
      assertComplains(IllegalStateException.class, cart::items, "closed");
      assertComplains(IllegalStateException.class, () -> cart.pay(new Payment.Cash()), "closed");
      try (Cart next = shop.carts().newCart("bob")) {
        assertEquals("bob", next.owner());
        assertThrows(IllegalStateException.class, cart::owner);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theShopsEndIsItsCartsEnd(Language language) {
    var shop = open(language);
    Cart cart = shop.carts().newCart("ada");
    shop.close();
    assertComplains(IllegalStateException.class, cart::total, "closed");
    assertComplains(IllegalStateException.class, () -> shop.carts().newCart(""), "closed");
    cart.close();
    shop.close();
  }

  @ParameterizedTest
  @EnumSource
  void manyCartsLiveAtOnce(Language language) {
    try (var shop = open(language)) {
      List<Cart> carts = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        Cart cart = shop.carts().newCart("owner " + i);
        cart.add(Items.priced("A", i, 1));
        carts.add(cart);
      }
      for (int i = 0; i < carts.size(); i += 2) {
        carts.get(i).close();
      }
      for (int i = 1; i < carts.size(); i += 2) {
        assertEquals("owner " + i, carts.get(i).owner());
        assertEquals(i, carts.get(i).total());
        carts.get(i).close();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void cartsBelongToTheirInstance(Language language) {
    try (var shop = open(language);
        var other = open(language);
        Cart here = shop.carts().newCart("ada");
        Cart there = other.carts().newCart("bob")) {
      assertComplains(
          IllegalArgumentException.class,
          () -> shop.carts().cart().merge(here, there),
          "another store");
      List<Item> none = List.of();
      assertEquals(none, here.items());
      assertEquals(none, there.items());
    }
  }
}
