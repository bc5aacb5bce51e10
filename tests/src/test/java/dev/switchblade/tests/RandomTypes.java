package dev.switchblade.tests;

import dev.switchblade.wit.WitType;
import dev.switchblade.wit.WitType.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;

/** Types of all sorts that a guest without resources can have. */
final class RandomTypes {

  private static final int DEPTH = 4;

  /** Bytes of a value, and core values: what is larger costs time and shows no more. */
  private static final int SIZE = 4_000;

  private static final Primitive[] PRIMITIVES = {
    Primitive.BOOL,
    Primitive.S8,
    Primitive.U8,
    Primitive.S16,
    Primitive.U16,
    Primitive.S32,
    Primitive.U32,
    Primitive.S64,
    Primitive.U64,
    Primitive.CHAR,
    Primitive.STRING,
    Primitive.F32,
    Primitive.F64,
  };

  /** Those before the floats. */
  private static final int KEYS = 11;

  private final Random random;

  RandomTypes(Random random) {
    this.random = random;
  }

  WitType next() {
    while (true) {
      WitType type = next(random.nextInt(DEPTH + 1));
      if (CanonicalAbi.size(type) <= SIZE) {
        return type;
      }
    }
  }

  /** Numbers, and what has nothing but numbers in it. */
  WitType nextPlain() {
    while (true) {
      WitType type = next(random.nextInt(3));
      if (FixedLayout.isPlain(type) && CanonicalAbi.size(type) <= SIZE) {
        return type;
      }
    }
  }

  private WitType next(int depth) {
    int sort = random.nextInt(depth == 0 ? 8 : 24);
    return switch (sort) {
      case 0, 1, 2, 3, 4, 5 -> PRIMITIVES[random.nextInt(PRIMITIVES.length)];
      case 6 -> new WitType.EnumOf(some(this::label, labels(1 << 8)));
      case 7 -> new WitType.FlagsOf(some(this::label, labels(32)));
      case 8, 9, 10, 11 -> new WitType.ListOf(next(depth - 1));
      case 12, 13 -> new WitType.FixedLengthListOf(next(depth - 1), length());
      case 14 -> new WitType.MapOf(PRIMITIVES[random.nextInt(KEYS)], next(depth - 1));
      case 15, 16 -> new WitType.OptionOf(next(depth - 1));
      case 17, 18 -> new WitType.ResultOf(perhaps(depth - 1), perhaps(depth - 1));
      case 19, 20 -> new WitType.TupleOf(some(_ -> next(depth - 1), few()));
      case 21, 22 ->
          new WitType.RecordOf(some(i -> new WitType.Named(label(i), next(depth - 1)), few()));
      default -> {
        int count = random.nextInt(20) == 0 ? labels(1 << 8) : few();
        // Of many cases, few have a payload.
        yield new WitType.VariantOf(
            some(
                i ->
                    new WitType.Case(
                        label(i), i < 6 || i == count - 1 ? perhaps(depth - 1) : Optional.empty()),
                count));
      }
    };
  }

  private Optional<WitType> perhaps(int depth) {
    return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(next(depth));
  }

  private int few() {
    return random.nextInt(12) == 0 ? 1 + random.nextInt(20) : 1 + random.nextInt(4);
  }

  private int length() {
    return random.nextInt(12) == 0 ? 1 + random.nextInt(70) : 1 + random.nextInt(5);
  }

  /** How many labels there are: sometimes about as many as fill a byte, two, or what is given. */
  private int labels(int most) {
    int[] many = {8, 9, 16, 17, 31, 32, most - 1, most, most == 32 ? 32 : most + 1};
    return random.nextInt(4) == 0 ? many[random.nextInt(many.length)] : 1 + random.nextInt(6);
  }

  /** Names in kebab-case, some of them of two words. */
  private String label(int index) {
    return index % 3 == 1 ? "a" + index + "-b" : "l" + index;
  }

  private static <T> List<T> some(IntFunction<T> item, int count) {
    List<T> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(item.apply(i));
    }
    return items;
  }
}
