package dev.switchblade.codegen;

import dev.switchblade.Result;
import dev.switchblade.Tuple;
import dev.switchblade.codegen.wit.Document;
import dev.switchblade.codegen.wit.TypeDef;
import dev.switchblade.codegen.wit.TypeRef;
import dev.switchblade.codegen.wit.TypeRef.Primitive;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Values of WIT types, as generated classes have them. */
final class RandomValues {

  /** About so many parts a value may have. */
  private static final int PARTS = 400;

  private static final String[] ALPHABETS = {
    "abc xyz.?\u0000\u007f", "\u0080\u00e9\u00ff a?", "\u0100\u07ff\u0800\u20ac\ud7ff\ue000\uffff"
  };

  private final Document document;
  private final Random random;
  private final Handles handles;
  private int parts;

  /** Makes what handles are of. */
  interface Handles {
    /**
     * An object to be passed for a handle.
     *
     * @param type its class
     */
    Object next(TypeDef.Handle handle, Class<?> type);
  }

  RandomValues(Document document, Random random, Handles handles) {
    this.document = document;
    this.random = random;
    this.handles = handles;
  }

  /**
   * A value.
   *
   * @param type the Java type that it is to have
   */
  Object next(TypeRef ref, Type type) {
    parts = PARTS;
    return value(ref, type);
  }

  private Object value(TypeRef ref, @Nullable Type type) {
    parts--;
    TypeRef resolved = document.resolved(ref);
    if (resolved instanceof Primitive primitive) {
      return primitive(primitive);
    }
    return switch (definition(resolved).kind()) {
      case TypeDef.ListOf list -> elements(list.element(), length(list.element()), type);
      case TypeDef.FixedLengthList list -> elements(list.element(), list.length(), type);
      case TypeDef.MapOf map -> {
        Map<Object, Object> entries = new LinkedHashMap<>();
        for (int i = length(map.value()); i > 0; i--) {
          entries.put(value(map.key(), argument(type, 0)), value(map.value(), argument(type, 1)));
        }
        yield entries;
      }
      case TypeDef.RecordOf(var fields) ->
          record(fields.stream().map(TypeDef.Field::type).toList(), raw(type));
      case TypeDef.TupleOf(var elements, _) -> {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
          boolean typed = type instanceof ParameterizedType;
          values.add(value(elements.get(i), typed ? argument(type, i) : null));
        }
        yield Tuple.ofAll(values);
      }
      case TypeDef.VariantOf variant -> {
        int number = index(variant.cases().size());
        TypeRef payload = variant.cases().get(number).payload();
        yield record(
            payload == null ? List.of() : List.of(payload),
            raw(type).getPermittedSubclasses()[number]);
      }
      case TypeDef.EnumOf(var labels, _) -> constants(type)[index(labels.size())];
      case TypeDef.FlagsOf(var labels) -> set(constants(argument(type, 0)), labels.size());
      case TypeDef.OptionOf option ->
          random.nextInt(4) == 0
              ? Optional.empty()
              : Optional.of(value(option.value(), argument(type, 0)));
      case TypeDef.ResultOf result ->
          random.nextBoolean()
              ? Result.ok(valueOrNull(result.ok(), type, 0))
              : Result.err(valueOrNull(result.err(), type, 1));
      case TypeDef.Handle handle -> handles.next(handle, raw(type));
      case TypeDef.Resource _, TypeDef.Alias _, TypeDef.Channel _ ->
          throw new IllegalArgumentException("no values of " + resolved);
    };
  }

  private TypeDef definition(TypeRef resolved) {
    TypeDef definition = document.definition(resolved);
    if (definition == null) {
      throw new IllegalArgumentException("not defined: " + resolved);
    }
    return definition;
  }

  private @Nullable Object valueOrNull(@Nullable TypeRef ref, @Nullable Type type, int argument) {
    return ref == null ? null : value(ref, argument(type, argument));
  }

  private static Class<?> raw(@Nullable Type type) {
    return switch (type) {
      case Class<?> raw -> raw;
      case ParameterizedType parameterized -> (Class<?>) parameterized.getRawType();
      case null, default -> throw new IllegalArgumentException("no class: " + type);
    };
  }

  private static @Nullable Type argument(@Nullable Type type, int index) {
    if (type instanceof ParameterizedType parameterized) {
      return parameterized.getActualTypeArguments()[index];
    }
    if (type == null) {
      // Within a long tuple, which knows no types: what is there needs none.
      return null;
    }
    throw new IllegalArgumentException("has no type arguments: " + type);
  }

  private static Object[] constants(@Nullable Type type) {
    return raw(type).getEnumConstants();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Object set(Object[] constants, int labels) {
    if (constants.length != labels) {
      throw new IllegalArgumentException(labels + " labels, " + Arrays.toString(constants));
    }
    int percent = random.nextInt(5) * 25;
    var set = java.util.EnumSet.noneOf(((Enum) constants[0]).getDeclaringClass());
    for (Object constant : constants) {
      if (random.nextInt(100) < percent) {
        set.add(constant);
      }
    }
    return set;
  }

  private Object record(List<TypeRef> types, Class<?> record) {
    RecordComponent[] components = record.getRecordComponents();
    Class<?>[] parameters = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      parameters[i] = components[i].getType();
      values[i] = value(types.get(i), components[i].getGenericType());
    }
    try {
      Constructor<?> constructor = record.getConstructor(parameters);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(record + ": " + Arrays.toString(values), e);
    }
  }

  /** A list, or an array of numbers. */
  private Object elements(TypeRef element, int count, @Nullable Type type) {
    Class<?> number = arrayElement(element);
    if (number == null) {
      List<Object> elements = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        elements.add(value(element, argument(type, 0)));
      }
      return elements;
    }
    Object array = Array.newInstance(number, count);
    for (int i = 0; i < count; i++) {
      long bits = number();
      switch (array) {
        case byte[] bytes -> bytes[i] = (byte) bits;
        case short[] shorts -> shorts[i] = (short) bits;
        case int[] ints -> ints[i] = (int) bits;
        case long[] longs -> longs[i] = bits;
        case float[] floats -> floats[i] = Float.intBitsToFloat((int) bits);
        case double[] doubles -> doubles[i] = Double.longBitsToDouble(bits);
        default -> throw new IllegalStateException();
      }
    }
    return array;
  }

  private @Nullable Class<?> arrayElement(TypeRef element) {
    return switch (document.resolved(element)) {
      case Primitive.U8, Primitive.S8 -> byte.class;
      case Primitive.U16, Primitive.S16 -> short.class;
      case Primitive.U32, Primitive.S32 -> int.class;
      case Primitive.U64, Primitive.S64 -> long.class;
      case Primitive.F32 -> float.class;
      case Primitive.F64 -> double.class;
      default -> null;
    };
  }

  /** The case with the highest number comes as often as any other few. */
  private int index(int count) {
    return random.nextInt(4) == 0 ? count - 1 : random.nextInt(count);
  }

  private int length(TypeRef element) {
    if (parts < 0) {
      return 0;
    }
    int chance = random.nextInt(60);
    if (chance == 0 && arrayElement(element) != null) {
      // About where lists of numbers take another way, for one size or another.
      return (8 << 10 >> random.nextInt(4)) + random.nextInt(3) - 1;
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
    int length = random.nextInt(20) == 0 ? random.nextInt(1_200) : random.nextInt(12);
    int alphabet = random.nextInt(ALPHABETS.length + 1);
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      if (alphabet == ALPHABETS.length) {
        text.appendCodePoint(codePoint());
      } else {
        String letters = ALPHABETS[alphabet];
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
    }
    return text.toString();
  }
}
