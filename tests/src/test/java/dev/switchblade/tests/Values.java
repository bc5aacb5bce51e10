package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.fail;

import dev.switchblade.Result;
import dev.switchblade.Tuple;
import dev.switchblade.WitRecord;
import dev.switchblade.WitVariant;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares values that have arrays in them. */
final class Values {

  private Values() {}

  static void assertSame(@Nullable Object expected, @Nullable Object actual, String what) {
    if (!same(expected, actual)) {
      fail(what + ": expected " + show(expected) + ", got " + show(actual));
    }
  }

  static boolean same(@Nullable Object a, @Nullable Object b) {
    if (a instanceof List<?> one && b instanceof List<?> other) {
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
    if (a instanceof Map<?, ?> one && b instanceof Map<?, ?> other) {
      // In order: entries cross as a list.
      return same(List.copyOf(one.keySet()), List.copyOf(other.keySet()))
          && same(List.copyOf(one.values()), List.copyOf(other.values()));
    }
    if (a instanceof WitRecord one && b instanceof WitRecord other) {
      return one.names().equals(other.names()) && same(one.values(), other.values());
    }
    if (a instanceof Tuple one && b instanceof Tuple other) {
      return one.getClass() == other.getClass() && same(one.toList(), other.toList());
    }
    if (a instanceof WitVariant one && b instanceof WitVariant other) {
      return one.name().equals(other.name()) && same(one.value(), other.value());
    }
    if (a instanceof Optional<?> one && b instanceof Optional<?> other) {
      return one.isPresent() == other.isPresent() && same(one.orElse(null), other.orElse(null));
    }
    if (a instanceof Result.Ok<?, ?> one && b instanceof Result.Ok<?, ?> other) {
      return same(one.value(), other.value());
    }
    if (a instanceof Result.Err<?, ?> one && b instanceof Result.Err<?, ?> other) {
      return same(one.error(), other.error());
    }
    return Objects.deepEquals(a, b);
  }

  /** How much there is to be read in a value. */
  static long parts(@Nullable Object value) {
    return switch (value) {
      case null -> 1;
      case String text -> 1 + text.length();
      case Collection<?> all -> 1 + all.stream().mapToLong(Values::parts).sum();
      case Map<?, ?> map -> 1 + parts(map.keySet()) + parts(map.values());
      case WitRecord record -> 1 + parts(record.values());
      case Tuple tuple -> 1 + parts(tuple.toList());
      case WitVariant(String _, Object payload) -> 1 + parts(payload);
      case Optional<?> optional -> 1 + parts(optional.stream().toList());
      case Result.Ok<?, ?>(Object ok) -> 1 + parts(ok);
      case Result.Err<?, ?>(Object error) -> 1 + parts(error);
      case Object array when array.getClass().isArray() -> 1 + Array.getLength(array);
      default -> value.toString().length();
    };
  }

  static String show(@Nullable Object value) {
    var text = new StringBuilder();
    show(value, text);
    return text.length() > 1_000 ? text.substring(0, 1_000) + "…" : text.toString();
  }

  private static void show(@Nullable Object value, StringBuilder text) {
    switch (value) {
      case null -> text.append("null");
      case String string -> {
        text.append('"');
        string
            .codePoints()
            .forEach(
                c -> {
                  if (c < ' ' || c > '~' || c == '"') {
                    text.append("\\u{").append(Integer.toHexString(c)).append('}');
                  } else {
                    text.append((char) c);
                  }
                });
        text.append('"');
      }
      case Collection<?> all -> show("[", all, "]", text);
      case Map<?, ?> map -> {
        show("map ", map.keySet(), " to ", text);
        show("", map.values(), "", text);
      }
      case WitRecord record -> {
        text.append("{");
        for (int i = 0; i < record.size(); i++) {
          text.append(i == 0 ? "" : ", ").append(record.names().get(i)).append(": ");
          show(record.get(i), text);
        }
        text.append("}");
      }
      case Tuple tuple -> show("(", tuple.toList(), ")", text);
      case WitVariant(String name, Object payload) ->
          show(name + "(", payload == null ? List.of() : List.of(payload), ")", text);
      case Optional<?> optional -> show("some(", optional.stream().toList(), ")", text);
      case Result.Ok<?, ?>(Object ok) ->
          show("ok(", ok == null ? List.of() : List.of(ok), ")", text);
      case Result.Err<?, ?>(Object error) ->
          show("err(", error == null ? List.of() : List.of(error), ")", text);
      default -> {
        String array = Arrays.deepToString(new Object[] {value});
        text.append(array, 1, array.length() - 1);
      }
    }
  }

  private static void show(String before, Collection<?> values, String after, StringBuilder text) {
    text.append(before);
    String separator = "";
    for (Object value : values) {
      text.append(separator);
      show(value, text);
      separator = ", ";
    }
    text.append(after);
  }
}
