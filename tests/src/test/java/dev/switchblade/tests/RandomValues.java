package dev.switchblade.tests;

import dev.switchblade.Result;
import dev.switchblade.Tuple;
import dev.switchblade.WitRecord;
import dev.switchblade.WitVariant;
import dev.switchblade.wit.WitType;
import dev.switchblade.wit.WitType.Primitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Values of given types, as the API takes them. */
final class RandomValues {

  /** About so many parts a value may have. */
  private static final int PARTS = 2_000;

  private static final String[] ALPHABETS = {
    "abc xyz.?\u0000\u007f",
    "\u0080\u00e9\u00ff a?",
    "\u0100\u07ff\u0800\u20ac\ud7ff\ue000\uffff\u00e9b",
  };

  private final Random random;
  private int parts;

  RandomValues(Random random) {
    this.random = random;
  }

  Object next(WitType type) {
    parts = PARTS;
    return value(type);
  }

  private Object value(WitType type) {
    parts--;
    return switch (type) {
      case Primitive primitive -> primitive(primitive);
      case WitType.ListOf list ->
          NumberLists.of(list.element(), elements(list.element(), length(list)));
      case WitType.FixedLengthListOf list ->
          NumberLists.of(list.element(), elements(list.element(), list.length()));
      case WitType.MapOf map -> {
        Map<Object, Object> entries = new LinkedHashMap<>();
        for (int i = length(map); i > 0; i--) {
          entries.put(value(map.key()), value(map.value()));
        }
        yield entries;
      }
      case WitType.RecordOf record -> {
        List<Object> pairs = new ArrayList<>();
        for (WitType.Named field : record.fields()) {
          pairs.add(field.name());
          pairs.add(value(field.type()));
        }
        yield WitRecord.of(pairs.toArray());
      }
      case WitType.TupleOf tuple ->
          Tuple.ofAll(tuple.elements().stream().map(this::value).toList());
      case WitType.VariantOf variant -> {
        WitType.Case one = variant.cases().get(index(variant.cases().size()));
        yield one.payload()
            .map(payload -> WitVariant.of(one.name(), value(payload)))
            .orElseGet(() -> WitVariant.of(one.name()));
      }
      case WitType.EnumOf labels -> labels.names().get(index(labels.names().size()));
      case WitType.FlagsOf labels -> {
        Set<String> set = new LinkedHashSet<>(labels.names());
        int percent = random.nextInt(5) * 25;
        set.removeIf(_ -> random.nextInt(100) < percent);
        yield set;
      }
      case WitType.OptionOf option ->
          random.nextInt(4) == 0 ? Optional.empty() : Optional.of(value(option.value()));
      case WitType.ResultOf result ->
          random.nextBoolean()
              ? Result.ok(result.ok().map(this::value).orElse(null))
              : Result.err(result.error().map(this::value).orElse(null));
      default -> throw new IllegalArgumentException("no values of " + type);
    };
  }

  private List<Object> elements(WitType element, int count) {
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      elements.add(value(element));
    }
    return elements;
  }

  /** The case with the highest number comes as often as any other few. */
  private int index(int count) {
    return random.nextInt(4) == 0 ? count - 1 : random.nextInt(count);
  }

  private int length(WitType type) {
    if (parts < 0) {
      return 0;
    }
    int chance = random.nextInt(60);
    if (chance == 0 && type instanceof WitType.ListOf list && list.element() instanceof Primitive) {
      // About where lists of numbers take another way.
      return (8 << 10) / CanonicalAbi.size(list.element()) + random.nextInt(3) - 1;
    }
    return chance < 3 ? random.nextInt(50) : random.nextInt(4);
  }

  private Object primitive(Primitive primitive) {
    return switch (primitive) {
      case BOOL -> random.nextBoolean();
      case S8 -> (byte) number();
      case U8 -> (int) number() & 0xff;
      case S16 -> (short) number();
      case U16 -> (int) number() & 0xffff;
      case S32, U32 -> (int) number();
      case S64, U64 -> number();
      case F32 -> random.nextBoolean() ? (float) number() : Float.intBitsToFloat(random.nextInt());
      case F64 ->
          random.nextBoolean() ? (double) number() : Double.longBitsToDouble(random.nextLong());
      case CHAR -> codePoint();
      case STRING -> string();
      case ERROR_CONTEXT -> throw new IllegalArgumentException("no values of " + primitive);
    };
  }

  /** Any number of 64 bits, and oftener one that is about as large as fewer bits can hold. */
  private long number() {
    long bits = random.nextLong();
    return switch (random.nextInt(4)) {
      case 0 -> bits;
      case 1 -> random.nextInt(10) - 3;
      case 2 -> (1L << random.nextInt(64)) - random.nextInt(2);
      default -> bits >> random.nextInt(64);
    };
  }

  private int codePoint() {
    int[] edges = {0, 'a', 0x7f, 0x80, 0xff, 0x100, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff};
    int any = random.nextInt(0x110000 - 0x800);
    return random.nextBoolean()
        ? edges[random.nextInt(edges.length)]
        : any < 0xd800 ? any : any + 0x800;
  }

  private String string() {
    int length = random.nextInt(12);
    int chance = random.nextInt(100);
    if (chance == 0 && parts > 0) {
      // About where strings take another way, and beyond.
      length = random.nextBoolean() ? 998 + random.nextInt(5) : random.nextInt(4_000);
      parts -= length / 10;
    } else if (chance < 10) {
      length = random.nextInt(130);
    }
    int alphabet = random.nextInt(ALPHABETS.length + 1);
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      if (alphabet == ALPHABETS.length) {
        text.appendCodePoint(codePoint());
      } else {
        // Mostly of one kind, with something wider late.
        int wider = random.nextInt(50) == 0 ? random.nextInt(ALPHABETS.length) : alphabet;
        String letters = ALPHABETS[wider];
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
    }
    return text.toString();
  }
}
