package dev.switchblade.abi;

import dev.switchblade.Result;
import dev.switchblade.Tuple;
import dev.switchblade.WitRecord;
import dev.switchblade.WitVariant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Equality of values that have arrays somewhere in them, by their contents: what the {@code equals}
 * of generated records with arrays is made of.
 *
 * <p>Looks into arrays, lists, the values of maps, {@link Optional}, {@link Result} and {@link
 * Tuple}; anything else is asked itself. {@link Result}, {@link Tuple}, {@link WitRecord} and
 * {@link WitVariant} are equal in this sense.
 */
public final class Contents {

  private Contents() {}

  /** Says whether two values are equal. */
  @SuppressWarnings("ReferenceEquality") // what is the same is equal, and needs no walk
  public static boolean equal(@Nullable Object one, @Nullable Object other) {
    if (one == other) {
      return true;
    }
    if (one == null || other == null) {
      return false;
    }
    return switch (one) {
      case byte[] a -> other instanceof byte[] b && Arrays.equals(a, b);
      case short[] a -> other instanceof short[] b && Arrays.equals(a, b);
      case int[] a -> other instanceof int[] b && Arrays.equals(a, b);
      case long[] a -> other instanceof long[] b && Arrays.equals(a, b);
      case float[] a -> other instanceof float[] b && Arrays.equals(a, b);
      case double[] a -> other instanceof double[] b && Arrays.equals(a, b);
      case List<?> a -> other instanceof List<?> b && equal(a, b);
      case Map<?, ?> a -> other instanceof Map<?, ?> b && equal(a, b);
      case Optional<?> a -> other instanceof Optional<?> b && equal(a.orElse(null), b.orElse(null));
      case Result.Ok<?, ?>(var a) -> other instanceof Result.Ok<?, ?>(var b) && equal(a, b);
      case Result.Err<?, ?>(var a) -> other instanceof Result.Err<?, ?>(var b) && equal(a, b);
      case Tuple a -> other instanceof Tuple b && equal(a.toList(), b.toList());
      default -> one.equals(other);
    };
  }

  private static boolean equal(List<?> one, List<?> other) {
    if (one.size() != other.size()) {
      return false;
    }
    Iterator<?> others = other.iterator();
    for (Object element : one) {
      if (!equal(element, others.next())) {
        return false;
      }
    }
    return true;
  }

  private static boolean equal(Map<?, ?> one, Map<?, ?> other) {
    return one.size() == other.size()
        && one.entrySet().stream()
            .allMatch(
                entry ->
                    other.containsKey(entry.getKey())
                        && equal(entry.getValue(), other.get(entry.getKey())));
  }

  /** A hash code of values: the same for equal ones. */
  public static int hash(@Nullable Object... values) {
    int hash = 1;
    for (Object value : values) {
      hash = 31 * hash + hashOf(value);
    }
    return hash;
  }

  private static int hashOf(@Nullable Object value) {
    return switch (value) {
      case null -> 0;
      case byte[] a -> Arrays.hashCode(a);
      case short[] a -> Arrays.hashCode(a);
      case int[] a -> Arrays.hashCode(a);
      case long[] a -> Arrays.hashCode(a);
      case float[] a -> Arrays.hashCode(a);
      case double[] a -> Arrays.hashCode(a);
      case List<?> a -> hash(a.toArray());
      case Map<?, ?> a -> a.keySet().hashCode();
      case Optional<?> a -> hashOf(a.orElse(null));
      case Result.Ok<?, ?>(var a) -> hashOf(a);
      case Result.Err<?, ?>(var a) -> 31 + hashOf(a);
      case Tuple a -> hash(a.toList().toArray());
      default -> value.hashCode();
    };
  }

  /** A value as text, arrays with their elements. */
  public static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case byte[] a -> Arrays.toString(a);
      case short[] a -> Arrays.toString(a);
      case int[] a -> Arrays.toString(a);
      case long[] a -> Arrays.toString(a);
      case float[] a -> Arrays.toString(a);
      case double[] a -> Arrays.toString(a);
      case List<?> a -> {
        var text = new StringJoiner(", ", "[", "]");
        a.forEach(element -> text.add(text(element)));
        yield text.toString();
      }
      case Map<?, ?> a -> {
        var text = new StringJoiner(", ", "{", "}");
        a.forEach((key, element) -> text.add(text(key) + "=" + text(element)));
        yield text.toString();
      }
      case Tuple a -> {
        var text = new StringJoiner(", ", "(", ")");
        a.toList().forEach(element -> text.add(text(element)));
        yield text.toString();
      }
      case Optional<?> a -> a.isPresent() ? "Optional[" + text(a.get()) + "]" : "Optional.empty";
      case Result.Ok<?, ?>(var a) -> "Ok[value=" + text(a) + "]";
      case Result.Err<?, ?>(var a) -> "Err[error=" + text(a) + "]";
      default -> value.toString();
    };
  }
}
