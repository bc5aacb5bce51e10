package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.fail;

import dev.switchblade.Result;
import java.util.Arrays;
import java.util.List;
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

  private static String show(@Nullable Object value) {
    String text = Arrays.deepToString(new @Nullable Object[] {value});
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }
}
