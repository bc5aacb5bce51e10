package dev.switchblade.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchblade.Result;
import dev.switchblade.Tuple;
import dev.switchblade.WitRecord;
import dev.switchblade.WitVariant;
import dev.switchblade.wit.WitType;
import dev.switchblade.wit.WitType.Primitive;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values in scripts, and the Java values that they stand for. */
final class Constants {

  private Constants() {}

  /**
   * The Java value of a constant.
   *
   * @throws MismatchException if the constant is of another type
   */
  static Object toJava(JsonNode constant, WitType type) throws MismatchException {
    String tag = constant.path("type").asText();
    JsonNode value = constant.path("value");
    return switch (type) {
      case Primitive primitive -> {
        require(tag, primitive.name().toLowerCase(Locale.ROOT), constant, type);
        yield primitive(value, primitive);
      }
      case WitType.ListOf list -> {
        require(tag, "list", constant, type);
        yield list(value, list.element());
      }
      case WitType.FixedLengthListOf list -> {
        require(tag, "list", constant, type);
        yield list(value, list.element());
      }
      case WitType.RecordOf record -> {
        require(tag, "record", constant, type);
        List<Object> namesAndValues = new ArrayList<>();
        for (int i = 0; i < record.fields().size(); i++) {
          WitType.Named field = record.fields().get(i);
          JsonNode pair = value.path(i);
          if (!pair.path(0).asText().equals(field.name())) {
            throw new MismatchException("a value of " + type, constant.toString());
          }
          namesAndValues.add(field.name());
          namesAndValues.add(toJava(pair.path(1), field.type()));
        }
        yield WitRecord.of(namesAndValues.toArray());
      }
      case WitType.TupleOf tuple -> {
        require(tag, "tuple", constant, type);
        if (value.size() != tuple.elements().size()) {
          throw new MismatchException("a value of " + type, constant.toString());
        }
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
          elements.add(toJava(value.path(i), tuple.elements().get(i)));
        }
        yield Tuple.ofAll(elements);
      }
      case WitType.VariantOf variant -> {
        require(tag, "variant", constant, type);
        String name = value.path("case").asText();
        for (WitType.Case one : variant.cases()) {
          if (one.name().equals(name)) {
            Object payload = payload(value.path("payload"), one.payload(), type);
            yield payload == null ? WitVariant.of(name) : WitVariant.of(name, payload);
          }
        }
        throw new MismatchException("a case of " + type, name);
      }
      case WitType.EnumOf _ -> {
        require(tag, "enum", constant, type);
        yield value.asText();
      }
      case WitType.OptionOf option -> {
        require(tag, "option", constant, type);
        yield value.isMissingNode() || value.isNull()
            ? Optional.empty()
            : Optional.of(toJava(value, option.value()));
      }
      case WitType.ResultOf result -> {
        require(tag, "result", constant, type);
        yield value.has("Ok")
            ? Result.ok(payload(value.path("Ok"), result.ok(), type))
            : Result.err(payload(value.path("Err"), result.error(), type));
      }
      case WitType.FlagsOf _ -> {
        require(tag, "flags", constant, type);
        Set<String> names = new LinkedHashSet<>();
        value.forEach(name -> names.add(name.asText()));
        yield names;
      }
      default -> throw new MismatchException("a value of " + type, constant.toString());
    };
  }

  private static @Nullable Object payload(JsonNode constant, Optional<WitType> type, WitType around)
      throws MismatchException {
    boolean none = constant.isMissingNode() || constant.isNull();
    if (none != type.isEmpty()) {
      throw new MismatchException("a value of " + around, constant.toString());
    }
    return none ? null : toJava(constant, type.orElseThrow());
  }

  private static void require(String tag, String wanted, JsonNode constant, WitType type)
      throws MismatchException {
    if (!tag.equals(wanted)) {
      throw new MismatchException("a value of " + type, constant.toString());
    }
  }

  private static Object primitive(JsonNode value, Primitive type) throws MismatchException {
    String text = value.asText();
    return switch (type) {
      case BOOL -> value.asBoolean();
      case S8 -> Byte.valueOf(text);
      case U8, U16, S32 -> Integer.valueOf(text);
      case S16 -> Short.valueOf(text);
      case U32 -> Integer.parseUnsignedInt(text);
      case S64 -> Long.valueOf(text);
      case U64 -> Long.parseUnsignedLong(text);
      // Floats are their bits.
      case F32 -> Float.intBitsToFloat(Integer.parseUnsignedInt(text));
      case F64 -> Double.longBitsToDouble(Long.parseUnsignedLong(text));
      case CHAR -> text.codePointAt(0);
      case STRING -> text;
      case ERROR_CONTEXT -> throw new MismatchException("a value", "an error-context");
    };
  }

  private static Object list(JsonNode values, WitType element) throws MismatchException {
    Class<?> component = element instanceof Primitive primitive ? elementClass(primitive) : null;
    if (component == null) {
      List<Object> list = new ArrayList<>();
      for (JsonNode value : values) {
        list.add(toJava(value, element));
      }
      return list;
    }
    Object array = Array.newInstance(component, values.size());
    for (int i = 0; i < values.size(); i++) {
      Object value = toJava(values.path(i), element);
      if (value instanceof Integer number && component == byte.class) {
        Array.setByte(array, i, number.byteValue());
      } else if (value instanceof Integer number && component == short.class) {
        Array.setShort(array, i, number.shortValue());
      } else {
        Array.set(array, i, value);
      }
    }
    return array;
  }

  /** What arrays of a number type are made of; null if its lists are no arrays. */
  private static @Nullable Class<?> elementClass(Primitive type) {
    return switch (type) {
      case S8, U8 -> byte.class;
      case S16, U16 -> short.class;
      case S32, U32 -> int.class;
      case S64, U64 -> long.class;
      case F32 -> float.class;
      case F64 -> double.class;
      case BOOL, CHAR, STRING, ERROR_CONTEXT -> null;
    };
  }

  /** Says whether two Java values are the same; floats are compared by their bits. */
  static boolean same(@Nullable Object one, @Nullable Object other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return switch (one) {
      case Float number ->
          other instanceof Float that
              && Float.floatToRawIntBits(number) == Float.floatToRawIntBits(that);
      case Double number ->
          other instanceof Double that
              && Double.doubleToRawLongBits(number) == Double.doubleToRawLongBits(that);
      case List<?> list -> other instanceof List<?> that && sameElements(list, that);
      case Optional<?> optional ->
          other instanceof Optional<?> that && same(optional.orElse(null), that.orElse(null));
      case Tuple tuple ->
          other instanceof Tuple that && sameElements(tuple.toList(), that.toList());
      case WitRecord record ->
          other instanceof WitRecord that
              && record.names().equals(that.names())
              && sameElements(record.values(), that.values());
      case WitVariant variant ->
          other instanceof WitVariant that
              && variant.name().equals(that.name())
              && same(variant.value(), that.value());
      case Result.Ok<?, ?> ok ->
          other instanceof Result.Ok<?, ?> that && same(ok.value(), that.value());
      case Result.Err<?, ?> err ->
          other instanceof Result.Err<?, ?> that && same(err.error(), that.error());
      default -> one.getClass().isArray() ? sameArrays(one, other) : one.equals(other);
    };
  }

  private static boolean sameElements(List<?> one, List<?> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!same(one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameArrays(Object one, Object other) {
    if (one.getClass() != other.getClass() || Array.getLength(one) != Array.getLength(other)) {
      return false;
    }
    for (int i = 0; i < Array.getLength(one); i++) {
      if (!same(Array.get(one, i), Array.get(other, i))) {
        return false;
      }
    }
    return true;
  }

  /** A Java value for a reader. */
  static String show(@Nullable Object value) {
    return switch (value) {
      case null -> "nothing";
      case String text -> '"' + text + '"';
      case Float number ->
          number + " (bits 0x" + Integer.toHexString(Float.floatToRawIntBits(number)) + ")";
      case Double number ->
          number + " (bits 0x" + Long.toHexString(Double.doubleToRawLongBits(number)) + ")";
      case Map<?, ?> map -> map.toString();
      default -> {
        if (!value.getClass().isArray()) {
          yield Objects.toString(value);
        }
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < Math.min(Array.getLength(value), 32); i++) {
          shown.add(String.valueOf(Array.get(value, i)));
        }
        yield shown + (Array.getLength(value) > 32 ? " and more" : "");
      }
    };
  }
}
