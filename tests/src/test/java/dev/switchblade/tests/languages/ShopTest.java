package dev.switchblade.tests.languages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acme.shop.Shop;
import acme.shop.carts.Cart;
import acme.shop.types.Care;
import acme.shop.types.Category;
import acme.shop.types.Declined;
import acme.shop.types.Item;
import acme.shop.types.Payment;
import dev.switchblade.Result;
import dev.switchblade.Tuple;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code shop.wit} says, in every language. */
final class ShopTest {

  private final TestClock clock = new TestClock(1_700_000_000_000L);

  private Shop open(Language language) {
    return Shop.instantiate(language.shop(), clock);
  }

  @ParameterizedTest
  @EnumSource
  void itemsAreDescribed(Language language) {
    try (var shop = open(language)) {
      assertEquals("A-1 x2 book, fragile, this-way-up @B17 #new #good", shop.describe(Items.BOOK));
      assertEquals(" x0 toy", shop.describe(Items.NOTHING));
      assertEquals(
          "книга-書-📕 x255 food, fragile, cold, this-way-up @📕65535"
              + " # #\0 #é #e\u0301 #\uFFFD #📕 #a\nb",
          shop.describe(Items.EXTREME));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyCategoryAndEverySetOfFlagsArrives(Language language) {
    try (var shop = open(language)) {
      for (Category category : Category.values()) {
        for (Set<Care> set : everySet()) {
          EnumSet<Care> care = EnumSet.noneOf(Care.class);
          care.addAll(set);
          StringBuilder expected = new StringBuilder("A x1 ").append(wit(category));
          care.forEach(one -> expected.append(", ").append(wit(one)));
          var item = new Item("A", 1, 1, category, care, 1, Optional.empty(), List.of());
          assertEquals(expected.toString(), shop.describe(item));
        }
      }
    }
  }

  private static List<Set<Care>> everySet() {
    List<Set<Care>> sets = new ArrayList<>(List.of(Set.of()));
    for (Care care : Care.values()) {
      for (Set<Care> without : List.copyOf(sets)) {
        Set<Care> with = new HashSet<>(without);
        with.add(care);
        sets.add(with);
      }
    }
    return sets;
  }

  private static String wit(Category category) {
    return switch (category) {
      case BOOK -> "book";
      case FOOD -> "food";
      case TOY -> "toy";
    };
  }

  private static String wit(Care care) {
    return switch (care) {
      case FRAGILE -> "fragile";
      case COLD -> "cold";
      case THIS_WAY_UP -> "this-way-up";
    };
  }

  @ParameterizedTest
  @EnumSource
  void cartsKeepItemsAsTheyAre(Language language) {
    List<Item> items =
        List.of(
            Items.EXTREME,
            Items.NOTHING,
            Items.BOOK,
            Items.BOOK,
            weighing(-0.0),
            weighing(Double.NaN),
            weighing(Double.MIN_VALUE),
            weighing(Double.MAX_VALUE),
            weighing(0.1));
    try (var shop = open(language);
        Cart cart = shop.carts().newCart("ada")) {
      assertEquals(List.of(), cart.items());
      items.forEach(cart::add);
      assertEquals(items, cart.items());
      assertEquals(items, cart.items());
    }
  }

  private static Item weighing(double kilograms) {
    return new Item(
        "w",
        1,
        1,
        Category.TOY,
        EnumSet.noneOf(Care.class),
        kilograms,
        Optional.of(Tuple.of((int) '\uE000', 0)),
        List.of());
  }

  @ParameterizedTest
  @EnumSource
  void cartsKnowTheirOwners(Language language) {
    try (var shop = open(language)) {
      for (String owner :
          List.of("ada", "", "Ада Лавлейс", "愛達 👩‍💻", "\0", "a".repeat(100_000))) {
        try (Cart cart = shop.carts().newCart(owner)) {
          assertEquals(owner, cart.owner());
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFirstItemWithASkuIsFound(Language language) {
    Item first = Items.priced("书", 1, 1);
    Item second = Items.priced("书", 2, 1);
    try (var shop = open(language);
        Cart cart = shop.carts().newCart("ada")) {
      assertEquals(Optional.empty(), cart.find("书"));
      cart.add(Items.BOOK);
      cart.add(first);
      cart.add(second);
      cart.add(Items.NOTHING);
      assertEquals(Optional.of(first), cart.find("书"));
      assertEquals(Optional.of(Items.BOOK), cart.find("A-1"));
      assertEquals(Optional.of(Items.NOTHING), cart.find(""));
      assertEquals(Optional.empty(), cart.find("a-1"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void totalsAreUnsignedAndWrap(Language language) {
    try (var shop = open(language);
        Cart cart = shop.carts().newCart("ada")) {
      assertEquals(0, cart.total());
      cart.add(Items.BOOK);
      assertEquals(2598, cart.total());
      cart.add(Items.priced("half", Long.MIN_VALUE, 1));
      assertEquals(Long.MIN_VALUE + 2598, cart.total());
      cart.add(Items.priced("most", -1, 255));
      assertEquals(Long.MIN_VALUE + 2598 - 255, cart.total());
      cart.add(Items.priced("half", Long.MIN_VALUE, 1));
      assertEquals(2598 - 255, cart.total());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theClockIsAskedWhenACartIsMade(Language language) {
    try (var shop = open(language)) {
      try (Cart first = shop.carts().newCart("ada");
          Cart second = shop.carts().newCart("bob")) {
        assertEquals(1_700_000_000_000L, first.opened());
        assertEquals(1_700_000_000_001L, second.opened());
        assertEquals(1_700_000_000_002L, clock.next());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void timesAreUnsigned(Language language) {
    try (var shop = Shop.instantiate(language.shop(), () -> -2);
        Cart cart = shop.carts().newCart("ada")) {
      assertEquals(-2, cart.opened());
      cart.add(Items.priced("most", -1, 1));
      assertEquals(
          Result.ok("ada paid 18446744073709551615 at 18446744073709551614 in cash"),
          cart.pay(new Payment.Cash()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyPaymentIsTaken(Language language) {
    assertPaid(language, 1299, new Payment.Cash(), "in cash");
    assertPaid(language, 50_001, new Payment.Cash(), "in cash");
    assertPaid(language, 1299, new Payment.Card("0123456789012345"), "by card 2345");
    assertPaid(language, 50_000, new Payment.Card("7"), "by card 7");
    assertPaid(language, 1299, new Payment.Voucher(1299), "by voucher");
    assertPaid(language, 0xFFFF_FFFFL, new Payment.Voucher(-1), "by voucher");
  }

  private void assertPaid(Language language, long cents, Payment payment, String how) {
    try (var shop = open(language);
        Cart cart = shop.carts().newCart("Ада")) {
      cart.add(Items.priced("A", cents, 1));
      long now = clock.next();
      assertEquals(Result.ok("Ада paid " + cents + " at " + now + " " + how), cart.pay(payment));
      assertEquals(now + 1, clock.next());
      assertEquals(List.of(), cart.items());
      assertEquals(0, cart.total());
      assertEquals(Result.err(new Declined.Empty("Ада")), cart.pay(payment));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonToDeclineIsGiven(Language language) {
    var unknown = new Declined.UnknownCard();
    assertDeclined(language, 1, new Payment.Card(""), unknown);
    assertDeclined(language, 1, new Payment.Card("01234567890123456"), unknown);
    assertDeclined(language, 1, new Payment.Card("12 34"), unknown);
    assertDeclined(language, 1, new Payment.Card("1234\n"), unknown);
    assertDeclined(language, 1, new Payment.Card("١٢٣٤"), unknown);
    assertDeclined(language, 50_001, new Payment.Card("x"), unknown);
    assertDeclined(language, 50_001, new Payment.Card("1"), new Declined.Limit(50_000));
    assertDeclined(language, 1299, new Payment.Voucher(1298), new Declined.Limit(1298));
    assertDeclined(language, 1299, new Payment.Voucher(0), new Declined.Limit(0));
    assertDeclined(
        language, 0x1_0000_0000L, new Payment.Voucher(-1), new Declined.Limit(0xFFFF_FFFFL));
    assertDeclined(language, -1, new Payment.Voucher(1), new Declined.Limit(1));
  }

  private void assertDeclined(Language language, long cents, Payment payment, Declined reason) {
    try (var shop = open(language);
        Cart cart = shop.carts().newCart("ada")) {
      Item item = Items.priced("A", cents, 1);
      cart.add(item);
      long now = clock.next();
      assertEquals(Result.err(reason), cart.pay(payment));
      assertEquals(now, clock.next());
      assertEquals(List.of(item), cart.items());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasDeclinedIsReadWithASwitch(Language language) {
    try (var shop = open(language);
        Cart cart = shop.carts().newCart("ada")) {
      String said =
          switch (cart.pay(new Payment.Card("4242"))) {
            case Result.Ok(String receipt) -> receipt;
            case Result.Err(Declined.Limit(long cents)) -> "only " + cents;
            case Result.Err(Declined.UnknownCard()) -> "card?";
            case Result.Err(Declined.Empty(String owner)) -> owner + " has nothing";
          };
      assertEquals("ada has nothing", said);
    }
  }

  @ParameterizedTest
  @EnumSource
  void tenThousandItemsGoInAndComeBack(Language language) {
    List<Item> items = Items.many(10_000);
    try (var shop = open(language);
        Cart cart = shop.carts().newCart("ada")) {
      items.forEach(cart::add);
      assertEquals(items, cart.items());
      assertEquals(Items.total(items), cart.total());
      assertEquals(Optional.of(items.getLast()), cart.find("sku-9999"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneItemWithTenThousandTagsGoesInAndComesBack(Language language) {
    List<String> tags = Items.many(10_000).stream().map(Item::sku).toList();
    var item =
        new Item("A", 1, 1, Category.TOY, EnumSet.noneOf(Care.class), 1, Optional.empty(), tags);
    try (var shop = open(language);
        Cart cart = shop.carts().newCart("ada")) {
      cart.add(item);
      assertEquals(List.of(item), cart.items());
      assertEquals("A x1 toy #" + String.join(" #", tags), shop.describe(item));
    }
  }
}
