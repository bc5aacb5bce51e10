package dev.switchblade.tests;

import dev.switchblade.Result;
import dev.switchblade.Tuple;
import dev.switchblade.WitRecord;
import dev.switchblade.WitVariant;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import dev.switchblade.wit.WitType.Primitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values in images, at the offsets of {@link CanonicalAbi}. */
final class ImageValues {

  private ImageValues() {}

  static Object read(ImageReader image, WitType type, long at) {
    return switch (type) {
      case Primitive primitive ->
          switch (primitive) {
            case BOOL -> image.getBool(at);
            case S8 -> image.getByte(at);
            case U8 -> Byte.toUnsignedInt(image.getByte(at));
            case S16 -> image.getShort(at);
            case U16 -> Short.toUnsignedInt(image.getShort(at));
            case S32, U32, CHAR -> image.getInt(at);
            case S64, U64 -> image.getLong(at);
            case F32 -> image.getFloat(at);
            case F64 -> image.getDouble(at);
            case STRING -> image.getString(at);
            case ERROR_CONTEXT -> throw new IllegalArgumentException("no values of " + type);
          };
      case WitType.ListOf list -> {
        Primitive number =
            list.element() instanceof Primitive primitive ? primitive : Primitive.BOOL;
        yield switch (number) {
          case S8, U8 -> image.getBytes(at);
          case S16, U16 -> image.getShorts(at);
          case S32, U32 -> image.getInts(at);
          case S64, U64 -> image.getLongs(at);
          case F32 -> image.getFloats(at);
          case F64 -> image.getDoubles(at);
          default -> readList(image, list.element(), at);
        };
      }
      case WitType.FixedLengthListOf list -> {
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < list.length(); i++) {
          elements.add(
              read(image, list.element(), at + (long) i * CanonicalAbi.size(list.element())));
        }
        yield NumberLists.of(list.element(), elements);
      }
      case WitType.MapOf map -> {
        Map<Object, Object> entries = new LinkedHashMap<>();
        for (Object entry : readList(image, CanonicalAbi.entry(map), at)) {
          entries.put(((Tuple) entry).get(0), ((Tuple) entry).get(1));
        }
        yield entries;
      }
      case WitType.TupleOf tuple -> Tuple.ofAll(readFields(image, tuple.elements(), at));
      case WitType.RecordOf record -> {
        List<Object> values = readFields(image, CanonicalAbi.fields(record), at);
        List<Object> pairs = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
          pairs.add(record.fields().get(i).name());
          pairs.add(values.get(i));
        }
        yield WitRecord.of(pairs.toArray());
      }
      case WitType.FlagsOf flags -> {
        long bits = readBits(image, CanonicalAbi.flagsSize(flags.names().size()), at);
        Set<String> set = new LinkedHashSet<>();
        for (int i = 0; i < flags.names().size(); i++) {
          if ((bits >> i & 1) != 0) {
            set.add(flags.names().get(i));
          }
        }
        yield set;
      }
      default -> {
        List<Optional<WitType>> cases = CanonicalAbi.cases(type);
        int number = (int) readBits(image, CanonicalAbi.discriminantSize(cases.size()), at);
        Object payload =
            cases
                .get(number)
                .map(one -> read(image, one, at + CanonicalAbi.payloadOffset(cases)))
                .orElse(null);
        yield valueOfCase(type, number, payload);
      }
    };
  }

  /** A value of any type that has cases. */
  static Object valueOfCase(WitType type, int number, @Nullable Object payload) {
    return switch (type) {
      case WitType.VariantOf variant -> new WitVariant(variant.cases().get(number).name(), payload);
      case WitType.EnumOf labels -> labels.names().get(number);
      case WitType.OptionOf _ -> Optional.ofNullable(payload);
      case WitType.ResultOf _ -> number == 0 ? Result.ok(payload) : Result.err(payload);
      default -> throw new IllegalArgumentException("no cases: " + type);
    };
  }

  private static long readBits(ImageReader image, int size, long at) {
    return switch (size) {
      case 1 -> Byte.toUnsignedInt(image.getByte(at));
      case 2 -> Short.toUnsignedInt(image.getShort(at));
      default -> Integer.toUnsignedLong(image.getInt(at));
    };
  }

  private static List<Object> readList(ImageReader image, WitType element, long at) {
    return image.getList(at, CanonicalAbi.size(element), (reader, of) -> read(reader, element, of));
  }

  /** Reads the values of a tuple. */
  static List<Object> readFields(ImageReader image, List<WitType> fields, long at) {
    List<Object> values = new ArrayList<>();
    List<Integer> offsets = CanonicalAbi.offsets(fields);
    for (int i = 0; i < fields.size(); i++) {
      values.add(read(image, fields.get(i), at + offsets.get(i)));
    }
    return values;
  }

  static void write(ImageWriter image, WitType type, long at, Object value) {
    switch (type) {
      case Primitive primitive -> {
        switch (primitive) {
          case BOOL -> image.putBool(at, (Boolean) value);
          case S8, U8 -> image.putByte(at, ((Number) value).byteValue());
          case S16, U16 -> image.putShort(at, ((Number) value).shortValue());
          case S32, U32 -> image.putInt(at, (Integer) value);
          case CHAR -> image.putChar(at, (Integer) value);
          case S64, U64 -> image.putLong(at, (Long) value);
          case F32 -> image.putFloat(at, (Float) value);
          case F64 -> image.putDouble(at, (Double) value);
          case STRING -> image.putString(at, (String) value);
          case ERROR_CONTEXT -> throw new IllegalArgumentException("no values of " + type);
        }
      }
      case WitType.ListOf list -> {
        switch (value) {
          case byte[] bytes -> image.putBytes(at, bytes);
          case short[] shorts -> image.putShorts(at, shorts);
          case int[] ints -> image.putInts(at, ints);
          case long[] longs -> image.putLongs(at, longs);
          case float[] floats -> image.putFloats(at, floats);
          case double[] doubles -> image.putDoubles(at, doubles);
          default ->
              writeList(image, list.element(), at, NumberLists.elements(list.element(), value));
        }
      }
      case WitType.FixedLengthListOf list -> {
        long next = at;
        for (Object element : NumberLists.elements(list.element(), value)) {
          write(image, list.element(), next, element);
          next += CanonicalAbi.size(list.element());
        }
      }
      case WitType.MapOf map -> {
        List<Object> entries = new ArrayList<>();
        ((Map<?, ?>) value).forEach((key, one) -> entries.add(Tuple.of(key, one)));
        writeList(image, CanonicalAbi.entry(map), at, entries);
      }
      case WitType.TupleOf tuple ->
          writeFields(image, tuple.elements(), at, ((Tuple) value).toList());
      case WitType.RecordOf record ->
          writeFields(image, CanonicalAbi.fields(record), at, ((WitRecord) value).values());
      case WitType.FlagsOf flags -> {
        int bits = 0;
        for (Object name : (Set<?>) value) {
          bits |= 1 << flags.names().indexOf(name);
        }
        writeBits(image, CanonicalAbi.flagsSize(flags.names().size()), at, bits);
      }
      default -> {
        List<Optional<WitType>> cases = CanonicalAbi.cases(type);
        int number = caseOf(type, value);
        writeBits(image, CanonicalAbi.discriminantSize(cases.size()), at, number);
        cases
            .get(number)
            .ifPresent(
                payload ->
                    write(
                        image,
                        payload,
                        at + CanonicalAbi.payloadOffset(cases),
                        Objects.requireNonNull(payloadOf(value))));
      }
    }
  }

  private static int caseOf(WitType type, Object value) {
    return switch (type) {
      case WitType.VariantOf variant ->
          variant.cases().stream()
              .map(WitType.Case::name)
              .toList()
              .indexOf(((WitVariant) value).name());
      case WitType.EnumOf labels -> labels.names().indexOf(value);
      case WitType.OptionOf _ -> ((Optional<?>) value).isPresent() ? 1 : 0;
      case WitType.ResultOf _ -> ((Result<?, ?>) value).isOk() ? 0 : 1;
      default -> throw new IllegalArgumentException("no cases: " + type);
    };
  }

  private static @Nullable Object payloadOf(Object value) {
    return switch (value) {
      case WitVariant(String _, Object payload) -> payload;
      case Optional<?> option -> option.orElse(null);
      case Result.Ok<?, ?>(Object ok) -> ok;
      case Result.Err<?, ?>(Object error) -> error;
      default -> null;
    };
  }

  private static void writeBits(ImageWriter image, int size, long at, int bits) {
    switch (size) {
      case 1 -> image.putByte(at, (byte) bits);
      case 2 -> image.putShort(at, (short) bits);
      default -> image.putInt(at, bits);
    }
  }

  private static void writeList(
      ImageWriter image, WitType element, long at, List<Object> elements) {
    image.putList(
        at,
        elements,
        CanonicalAbi.size(element),
        CanonicalAbi.alignment(element),
        (writer, to, value) -> write(writer, element, to, value));
  }

  /** Writes the values of a tuple. */
  static void writeFields(ImageWriter image, List<WitType> fields, long at, List<Object> values) {
    List<Integer> offsets = CanonicalAbi.offsets(fields);
    for (int i = 0; i < fields.size(); i++) {
      write(image, fields.get(i), at + offsets.get(i), values.get(i));
    }
  }
}
