package dev.switchblade.tests.languages;

import static dev.switchblade.tests.languages.Complaints.assertComplains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import acme.shop.Shop;
import acme.shop.carts.Cart;
import acme.shop.types.Care;
import acme.shop.types.Category;
import acme.shop.types.Item;
import acme.shop.types.Payment;
import dev.switchblade.Tuple;
import dev.switchblade.Tuple2;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What Java can write and WIT can't say is refused, with the place it is at, and nothing is lost.
 */
final class ShopArgumentsTest {

  private static final String UNPAIRED = "a\uD83D";

  private static Item item(
      String sku, int count, Optional<Tuple2<Integer, Integer>> place, List<String> tags) {
    return new Item(sku, 1, count, Category.TOY, EnumSet.noneOf(Care.class), 1, place, tags);
  }

  private static Item place(int letter, int number) {
    return item("A", 1, Optional.of(Tuple.of(letter, number)), List.of());
  }

  @ParameterizedTest
  @EnumSource
  void whatDoesNotFitIsNamedWithItsPlace(Language language) {
    try (var shop = Shop.instantiate(language.shop(), () -> 1);
        Cart cart = shop.carts().newCart("ada")) {
      cart.add(Items.BOOK);
      for (int count : new int[] {-1, 256, 70_000, Integer.MIN_VALUE}) {
        assertComplains(
            IllegalArgumentException.class,
            () -> cart.add(item("A", count, Optional.empty(), List.of())),
            "[method]cart.add(item).count: expected u8 (0..255), got " + count);
      }
      for (int number : new int[] {-1, 65_536}) {
        assertComplains(
            IllegalArgumentException.class,
            () -> cart.add(place('A', number)),
            "[method]cart.add(item).place",
            "expected u16 (0..65535), got " + number);
      }
      for (int letter : new int[] {-1, 0xD800, 0xDFFF, 0x11_0000}) {
        assertComplains(
            IllegalArgumentException.class,
            () -> cart.add(place(letter, 1)),
            "[method]cart.add(item).place",
            "expected char");
      }
      assertComplains(
          IllegalArgumentException.class,
          () -> cart.add(item(UNPAIRED, 1, Optional.empty(), List.of())),
          "[method]cart.add(item).sku",
          "surrogate");
      assertComplains(
          IllegalArgumentException.class,
          () -> cart.add(item("A", 1, Optional.empty(), List.of("ok", UNPAIRED))),
          "[method]cart.add(item).tags[1]",
          "surrogate");
      assertComplains(
          IllegalArgumentException.class,
          () -> cart.find(UNPAIRED),
          "[method]cart.find(sku)",
          "surrogate");
      assertComplains(
          IllegalArgumentException.class,
          () -> cart.pay(new Payment.Card(UNPAIRED)),
          "[method]cart.pay(with)",
          "card",
          "surrogate");
      assertComplains(
          IllegalArgumentException.class,
          () -> shop.carts().newCart(UNPAIRED),
          "[constructor]cart(owner)",
          "surrogate");
      assertComplains(
          IllegalArgumentException.class,
          () -> shop.describe(item("A", 256, Optional.empty(), List.of())),
          "describe(item).count");
      assertEquals(List.of(Items.BOOK), cart.items());
    }
  }

  @ParameterizedTest
  @EnumSource
  void nullIsRefused(Language language) {
    try (var shop = Shop.instantiate(language.shop(), () -> 1);
        Cart cart = shop.carts().newCart("ada")) {
      // What the compiler can't see.
      List<String> tags = Arrays.asList("ok", nothing());
      var exception =
          assertThrows(NullPointerException.class, () -> item("A", 1, Optional.empty(), tags));
      assertEquals("tags[1]", exception.getMessage());
      assertThrows(NullPointerException.class, () -> cart.add(nothing()));
      assertThrows(NullPointerException.class, () -> cart.pay(nothing()));
      assertThrows(NullPointerException.class, () -> shop.carts().newCart(nothing()));
      assertThrows(
          NullPointerException.class, () -> item(nothing(), 1, Optional.empty(), List.of()));
      assertThrows(NullPointerException.class, () -> new Payment.Card(nothing()));
      assertEquals(List.of(), cart.items());
    }
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing() {
    return (T) null;
  }
}
