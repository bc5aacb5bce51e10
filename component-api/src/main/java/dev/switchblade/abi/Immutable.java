package dev.switchblade.abi;

import dev.switchblade.Result;
import dev.switchblade.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists, maps and flags that nobody can change: what generated records keep of what they are given.
 * What an {@link ImageReader} has read is such a thing already and is kept as it is, so that a
 * record which is read from an image costs no copy.
 *
 * <p>A list or a map that an {@link ImageReader} has made counts as immutable with all that is in
 * it. Readers of elements that are written by hand see to that: they give no null and nothing that
 * can be changed.
 *
 * <p>Arrays are never copied, whether alone or as elements: whoever changes one that a record has
 * changes the record.
 */
public final class Immutable {

  private static final String KEY = ".key";
  private static final String VALUE = ".value";

  /** Said of what has a null somewhere: in a set for example, whose elements have no place. */
  private static final String HAS_NULL = " has null in it";

  private Immutable() {}

  /**
   * A list with the same elements, which are immutable.
   *
   * @param name what the list is called, for complaints
   * @param <T> the type of the elements
   * @throws NullPointerException if the list or an element is null
   */
  public static <T> List<T> copyOf(List<T> list, String name) {
    Objects.requireNonNull(list, name);
    if (list instanceof ImmutableList<T>) {
      return list;
    }
    int index = 0;
    for (T element : list) {
      if (element == null) {
        throw new NullPointerException(name + "[" + index + "]");
      }
      index++;
    }
    return List.copyOf(list);
  }

  /**
   * A map with the same entries in the same order, whose keys and values are immutable.
   *
   * @param name what the map is called, for complaints
   * @param <K> the type of the keys
   * @param <V> the type of the values
   * @throws NullPointerException if the map, a key or a value is null
   */
  public static <K, V> Map<K, V> copyOf(Map<K, V> map, String name) {
    Objects.requireNonNull(map, name);
    if (map instanceof ImmutableMap<K, V>) {
      return map;
    }
    // The size that the map says is not relied on, and it gets nothing that it could keep.
    LinkedHashMap<K, V> copy = new LinkedHashMap<>();
    int index = 0;
    for (Map.Entry<K, V> entry : map.entrySet()) {
      if (entry.getKey() == null || entry.getValue() == null) {
        throw new NullPointerException(
            name + "[" + index + "]" + (entry.getKey() == null ? KEY : VALUE));
      }
      copy.put(entry.getKey(), entry.getValue());
      index++;
    }
    return new ImmutableMap<>(copy);
  }

  /**
   * Flags: a set with the same elements.
   *
   * @param name what the flags are called, for complaints
   * @param <E> the enum
   * @throws NullPointerException if the set or an element is null
   */
  public static <E extends Enum<E>> Set<E> copyOf(Set<E> flags, String name) {
    return FlagSet.copyOf(Objects.requireNonNull(flags, name), name);
  }

  /**
   * A value of WIT that is made of others: the same, with copies of all lists, maps and flags in
   * it.
   *
   * @param name what the value is called, for complaints
   * @param <T> its type
   * @throws NullPointerException if the value or anything in a list, a map or flags is null; the
   *     message has the path to it, such as {@code rows[2].some[0]}
   */
  @SuppressWarnings("unchecked") // a copy is of the type of what it was made of
  public static <T> T deepCopyOf(T value, String name) {
    Objects.requireNonNull(value, name);
    try {
      return (T) deepCopy(value, name);
    } catch (NullPointerException e) {
      // Looked for when it has happened: copies that succeed make no paths.
      String path = pathToNull(value);
      if (path == null) {
        throw e;
      }
      var named = new NullPointerException(name + path);
      named.addSuppressed(e);
      throw named;
    }
  }

  static <T> T present(@Nullable T value, String name) {
    if (value == null) {
      throw new NullPointerException(name + HAS_NULL);
    }
    return value;
  }

  /** The steps from a value to the first null in it; null if there is none. */
  private static @Nullable String pathToNull(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case List<?> list -> pathIn(list, "[", "]");
      case Map<?, ?> map -> pathIn(map);
      case Set<?> flags -> flags.stream().anyMatch(Objects::isNull) ? HAS_NULL : null;
      case Optional<?> optional when optional.isPresent() -> behind(".some", optional.get());
      case Result.Ok<?, ?>(var content) when content != null -> behind(".ok", content);
      case Result.Err<?, ?>(var content) when content != null -> behind(".err", content);
      case Tuple tuple -> pathIn(tuple.toList(), ".", "");
      default -> null;
    };
  }

  private static @Nullable String behind(String step, @Nullable Object value) {
    String path = pathToNull(value);
    return path == null ? null : step + path;
  }

  private static @Nullable String pathIn(List<?> values, String before, String after) {
    int index = 0;
    for (Object value : values) {
      String path = behind(before + index + after, value);
      if (path != null) {
        return path;
      }
      index++;
    }
    return null;
  }

  private static @Nullable String pathIn(Map<?, ?> map) {
    int index = 0;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String path = behind("[" + index + "]" + KEY, entry.getKey());
      if (path == null) {
        path = behind("[" + index + "]" + VALUE, entry.getValue());
      }
      if (path != null) {
        return path;
      }
      index++;
    }
    return null;
  }

  @SuppressWarnings("ReferenceEquality") // whether it is the same
  private static Object deepCopy(Object value, String name) {
    return switch (value) {
      // What is in these is immutable, too.
      case ImmutableList<?> same -> same;
      case ImmutableMap<?, ?> same -> same;
      case List<?> list -> new ImmutableList<>(deepCopies(list, name));
      case Map<?, ?> map -> deepCopy(map, name);
      case Set<?> flags -> flagsOf(flags, name);
      // New ones of these only for new contents: what was read from an image has none.
      case Optional<?> optional when optional.isPresent() -> {
        Object content = optional.get();
        Object copy = deepCopy(content, name);
        yield copy == content ? optional : Optional.of(copy);
      }
      case Result.Ok<?, ?>(var content) when content != null -> {
        Object copy = deepCopy(content, name);
        yield copy == content ? value : Result.ok(copy);
      }
      case Result.Err<?, ?>(var content) when content != null -> {
        Object copy = deepCopy(content, name);
        yield copy == content ? value : Result.err(copy);
      }
      case Tuple tuple -> Tuple.ofElements(deepCopies(tuple.toList(), name));
      default -> value;
    };
  }

  private static Object[] deepCopies(List<?> values, String name) {
    @Nullable Object[] given = values.toArray();
    Object[] copies = new Object[given.length];
    for (int i = 0; i < copies.length; i++) {
      copies[i] = deepCopy(present(given[i], name), name);
    }
    return copies;
  }

  private static Map<Object, Object> deepCopy(Map<?, ?> map, String name) {
    LinkedHashMap<Object, Object> copy = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      copy.put(
          deepCopy(present(entry.getKey(), name), name),
          deepCopy(present(entry.getValue(), name), name));
    }
    return new ImmutableMap<>(copy);
  }

  @SuppressWarnings({"rawtypes", "unchecked"}) // WIT has no other sets
  private static Object flagsOf(Set<?> flags, String name) {
    return FlagSet.copyOf((Set) flags, name);
  }
}
