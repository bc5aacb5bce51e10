package dev.switchblade.internal.describe;

import dev.switchblade.wit.WitType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds every difference between the type that a host was written for and the one that is there.
 */
public final class TypeDifferences {

  private final List<String> found = new ArrayList<>();

  private TypeDifferences() {}

  /** The differences, each with its path and both types; empty if there is none. */
  public static List<String> between(WitType.Function expected, WitType.Function actual) {
    var differences = new TypeDifferences();
    differences.functions(expected, actual);
    return differences.found;
  }

  /** As in {@code 2 differences}. */
  public static String count(int differences) {
    return count(differences, "difference");
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private void add(String path, Object expected, Object actual) {
    found.add(path + ": expected " + expected + ", found " + actual);
  }

  private void surplus(String what, Object actual) {
    found.add(what + ": not expected, found " + actual);
  }

  private void missing(String what, Object expected) {
    found.add(what + ": expected " + expected + ", not found");
  }

  private void functions(WitType.Function expected, WitType.Function actual) {
    if (expected.async() != actual.async()) {
      add("function", keyword(expected), keyword(actual));
    }
    named("parameter", expected.parameters(), actual.parameters());
    part("result", Optional.ofNullable(expected.result()), Optional.ofNullable(actual.result()));
  }

  private static String keyword(WitType.Function function) {
    return function.async() ? "async func" : "func";
  }

  /** Parameters and fields: they are told apart by their positions, as callers do. */
  private void named(String what, List<WitType.Named> expected, List<WitType.Named> actual) {
    int count = Math.max(expected.size(), actual.size());
    for (int i = 0; i < count; i++) {
      if (i >= expected.size()) {
        surplus(what + " " + actual.get(i).name(), actual.get(i).type());
      } else if (i >= actual.size()) {
        missing(what + " " + expected.get(i).name(), expected.get(i).type());
      } else {
        WitType.Named one = expected.get(i);
        WitType.Named other = actual.get(i);
        if (!one.name().equals(other.name())) {
          add(what + " " + i, "the name " + one.name(), other.name());
        }
        types(what + " " + one.name(), one.type(), other.type());
      }
    }
  }

  private void labels(String path, List<String> expected, List<String> actual) {
    int count = Math.max(expected.size(), actual.size());
    for (int i = 0; i < count; i++) {
      if (i >= expected.size()) {
        surplus(path + ": name " + i, actual.get(i));
      } else if (i >= actual.size()) {
        missing(path + ": name " + i, expected.get(i));
      } else if (!expected.get(i).equals(actual.get(i))) {
        add(path + ": name " + i, expected.get(i), actual.get(i));
      }
    }
  }

  private void part(String path, Optional<WitType> expected, Optional<WitType> actual) {
    if (expected.isPresent() && actual.isPresent()) {
      types(path, expected.get(), actual.get());
    } else if (expected.isPresent() || actual.isPresent()) {
      add(
          path,
          expected.map(Object::toString).orElse("nothing"),
          actual.map(Object::toString).orElse("nothing"));
    }
  }

  private void cases(String path, List<WitType.Case> expected, List<WitType.Case> actual) {
    int count = Math.max(expected.size(), actual.size());
    for (int i = 0; i < count; i++) {
      if (i >= expected.size()) {
        surplus(path + ": case " + i, actual.get(i));
      } else if (i >= actual.size()) {
        missing(path + ": case " + i, expected.get(i));
      } else if (!expected.get(i).name().equals(actual.get(i).name())) {
        add(path + ": case " + i, expected.get(i), actual.get(i));
      } else {
        part(
            path + ": case " + expected.get(i).name(),
            expected.get(i).payload(),
            actual.get(i).payload());
      }
    }
  }

  private void elements(String path, List<WitType> expected, List<WitType> actual) {
    if (expected.size() != actual.size()) {
      add(path, count(expected.size(), "element"), count(actual.size(), "element"));
      return;
    }
    for (int i = 0; i < expected.size(); i++) {
      types(path + ": element " + i, expected.get(i), actual.get(i));
    }
  }

  private static boolean same(WitType.Resource expected, WitType.Resource actual) {
    if (!expected.name().equals(actual.name())) {
      return false;
    }
    // An interface of a compatible version may stand for the one that is meant.
    InterfaceName one = InterfaceName.of(expected.instance());
    InterfaceName other = InterfaceName.of(actual.instance());
    return expected.instance().equals(actual.instance())
        || (one != null && other != null && one.isCompatibleWith(other));
  }

  private void handles(
      String path, String form, WitType.Resource expected, WitType.Resource actual) {
    if (same(expected, actual)) {
      return;
    }
    // What tells resources of one name apart.
    boolean places = expected.name().equals(actual.name());
    add(path, handle(form, expected, places), handle(form, actual, places));
  }

  private static String handle(String form, WitType.Resource resource, boolean withPlace) {
    String place = resource.instance().isEmpty() ? "the component itself" : resource.instance();
    return form.formatted(resource) + (withPlace ? " of " + place : "");
  }

  private void types(String path, WitType expected, WitType actual) {
    if (expected.equals(actual)) {
      return;
    }
    switch (expected) {
      case WitType.ListOf(var element) when actual instanceof WitType.ListOf(var other) ->
          types(path + ": element", element, other);
      case WitType.FixedLengthListOf(var element, int length)
          when actual instanceof WitType.FixedLengthListOf(var other, int found)
              && found == length ->
          types(path + ": element", element, other);
      case WitType.MapOf(var key, var value)
          when actual instanceof WitType.MapOf(var otherKey, var otherValue) -> {
        types(path + ": key", key, otherKey);
        types(path + ": value", value, otherValue);
      }
      case WitType.OptionOf(var value) when actual instanceof WitType.OptionOf(var other) ->
          types(path + ": some", value, other);
      case WitType.ResultOf(var ok, var error)
          when actual instanceof WitType.ResultOf(var otherOk, var otherError) -> {
        part(path + ": ok", ok, otherOk);
        part(path + ": err", error, otherError);
      }
      case WitType.TupleOf(var list) when actual instanceof WitType.TupleOf(var other) ->
          elements(path, list, other);
      case WitType.RecordOf(var fields) when actual instanceof WitType.RecordOf(var other) ->
          named(path + ": field", fields, other);
      case WitType.VariantOf(var list) when actual instanceof WitType.VariantOf(var other) ->
          cases(path, list, other);
      case WitType.EnumOf(var names) when actual instanceof WitType.EnumOf(var other) ->
          labels(path, names, other);
      case WitType.FlagsOf(var names) when actual instanceof WitType.FlagsOf(var other) ->
          labels(path, names, other);
      case WitType.Own(var resource) when actual instanceof WitType.Own(var other) -> {
        handles(path, "%s", resource, other);
      }
      case WitType.Borrow(var resource) when actual instanceof WitType.Borrow(var other) -> {
        handles(path, "borrow<%s>", resource, other);
      }
      default -> add(path, expected, actual);
    }
  }
}
