package dev.switchblade.codegen;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares values of both sides, whose classes differ where an interface is imported and exported.
 * A guest's object is like the host's object that it stands for, which is learned when it is first
 * seen.
 */
final class Likeness {

  private final IdentityHashMap<Object, Integer> numbersOfGuests = new IdentityHashMap<>();

  /** A guest's object, as a part of a value. */
  private record Guest(Object object) {}

  /** A host's object, as a part of a value. */
  private record Host(int number) {}

  /** A value in classes that both sides have: changing the value later changes nothing here. */
  static Object plain(@Nullable Object value) {
    HostObject host = HostObject.behind(value);
    if (host != null) {
      return new Host(host.number());
    }
    return switch (value) {
      case null -> "null";
      case Number number -> number;
      case Boolean bool -> bool;
      case String text -> text;
      case Optional<?> optional ->
          optional.isPresent() ? List.of("some", plain(optional.get())) : List.of("none");
      case Enum<?> label -> label.name();
      case Collection<?> many -> many.stream().map(Likeness::plain).toList();
      case Map<?, ?> map -> {
        // By the key's text: the order of entries says nothing.
        var entries = new TreeMap<String, Object>();
        map.forEach((key, item) -> entries.put(key.toString(), plain(item)));
        yield List.copyOf(
            entries.entrySet().stream().map(e -> List.of(e.getKey(), e.getValue())).toList());
      }
      case Record record -> components(record);
      default -> value.getClass().isArray() ? array(value) : new Guest(value);
    };
  }

  private static List<Object> array(Object array) {
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < Array.getLength(array); i++) {
      elements.add(Array.get(array, i));
    }
    return elements;
  }

  private static List<Object> components(Record record) {
    List<Object> parts = new ArrayList<>();
    // What has handles in it is of two classes, one for each side.
    parts.add(record.getClass().getSimpleName().replaceFirst("^Host", ""));
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        parts.add(plain(component.getAccessor().invoke(record)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return parts;
  }

  /**
   * Says where two plain values differ; null if they don't.
   *
   * @param path what the values are
   */
  @Nullable String difference(String path, Object one, Object other) {
    return switch (one) {
      case List<?> ones when other instanceof List<?> others -> {
        for (int i = 0; i < Math.min(ones.size(), others.size()); i++) {
          String found = difference(path + "[" + i + "]", ones.get(i), others.get(i));
          if (found != null) {
            yield found;
          }
        }
        yield ones.size() == others.size()
            ? null
            : path + ": " + ones.size() + " parts, not " + others.size();
      }
      case Guest(Object object) when other instanceof Host(int number) -> {
        Integer known = numbersOfGuests.putIfAbsent(object, number);
        yield known == null || known == number
            ? null
            : path + ": stands for #" + known + ", not #" + number;
      }
      case Host _ when other instanceof Guest -> difference(path, other, one);
      default -> one.equals(other) ? null : path + ": " + one + " is not " + other;
    };
  }

  /** The numbers of the host's objects in a plain value. */
  static List<Integer> hosts(Object plain) {
    List<Integer> found = new ArrayList<>();
    switch (plain) {
      case List<?> parts -> parts.forEach(part -> found.addAll(hosts(part)));
      case Host(int number) -> found.add(number);
      default -> {}
    }
    return found;
  }

  /** The guests' objects in a plain value. */
  static List<Object> guests(Object plain) {
    List<Object> found = new ArrayList<>();
    switch (plain) {
      case List<?> parts -> parts.forEach(part -> found.addAll(guests(part)));
      case Guest(Object object) -> found.add(object);
      default -> {}
    }
    return found;
  }
}
