package dev.switchblade.tests.languages;

import acme.shop.types.Care;
import acme.shop.types.Category;
import acme.shop.types.Item;
import dev.switchblade.Tuple;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Things to put in a cart. */
final class Items {

  /** Has something in every field. */
  static final Item BOOK =
      new Item(
          "A-1",
          1299,
          2,
          Category.BOOK,
          EnumSet.of(Care.FRAGILE, Care.THIS_WAY_UP),
          0.45,
          Optional.of(Tuple.of((int) 'B', 17)),
          List.of("new", "good"));

  /** Has as little as possible in every field. */
  static final Item NOTHING =
      new Item("", 0, 0, Category.TOY, EnumSet.noneOf(Care.class), 0, Optional.empty(), List.of());

  /** Has texts that are none of ASCII's, and the extremes of numbers. */
  static final Item EXTREME =
      new Item(
          "книга-書-📕",
          -1,
          255,
          Category.FOOD,
          EnumSet.allOf(Care.class),
          Double.NEGATIVE_INFINITY,
          Optional.of(Tuple.of(0x1F4D5, 65_535)),
          List.of("", "\0", "é", "e\u0301", "\uFFFD", "\uD83D\uDCD5", "a\nb"));

  private Items() {}

  /** An item with the given price. */
  static Item priced(String sku, long cents, int count) {
    return new Item(
        sku,
        cents,
        count,
        Category.FOOD,
        EnumSet.of(Care.COLD),
        1,
        Optional.empty(),
        List.of("fresh"));
  }

  /** That many items, no two alike. */
  static List<Item> many(int count) {
    Category[] categories = Category.values();
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Item(
                    "sku-" + i,
                    i,
                    i % 256,
                    categories[i % categories.length],
                    i % 2 == 0 ? EnumSet.noneOf(Care.class) : EnumSet.of(Care.COLD),
                    i / 8.0,
                    i % 3 == 0 ? Optional.empty() : Optional.of(Tuple.of(0x1F600 + i % 64, i)),
                    IntStream.range(0, i % 4).mapToObj(tag -> i + "-" + tag).toList()))
        .toList();
  }

  /** The sum of cents times count. */
  static long total(List<Item> items) {
    return items.stream().mapToLong(item -> item.cents() * item.count()).sum();
  }
}
