package dev.switchblade.tests;

import dev.switchblade.wit.WitType;
import dev.switchblade.wit.WitType.Primitive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads types as {@link WitType} prints them. */
final class WitParser {

  private final String wit;
  private int next;

  private WitParser(String wit) {
    this.wit = wit;
  }

  static WitType parse(String wit) {
    var parser = new WitParser(wit);
    WitType type = parser.type();
    if (parser.next != wit.length()) {
      throw parser.unexpected("the end");
    }
    return type;
  }

  private WitType type() {
    String name = word();
    return switch (name) {
      case "list" -> {
        expect("<");
        WitType element = type();
        WitType list =
            skip(",")
                ? new WitType.FixedLengthListOf(element, Integer.parseInt(word()))
                : new WitType.ListOf(element);
        expect(">");
        yield list;
      }
      case "map" -> {
        List<WitType> parts = separated("<", this::type, ">");
        yield new WitType.MapOf(parts.get(0), parts.get(1));
      }
      case "option" -> new WitType.OptionOf(separated("<", this::type, ">").getFirst());
      case "result" -> {
        if (next == wit.length() || wit.charAt(next) != '<') {
          yield new WitType.ResultOf(Optional.empty(), Optional.empty());
        }
        List<Optional<WitType>> parts = separated("<", this::part, ">");
        yield new WitType.ResultOf(
            parts.getFirst(), parts.size() == 1 ? Optional.empty() : parts.get(1));
      }
      case "tuple" -> new WitType.TupleOf(separated("<", this::type, ">"));
      case "record" -> new WitType.RecordOf(separated("{", this::field, "}"));
      case "variant" -> new WitType.VariantOf(separated("{", this::variantCase, "}"));
      case "enum" -> new WitType.EnumOf(separated("{", this::word, "}"));
      case "flags" -> new WitType.FlagsOf(separated("{", this::word, "}"));
      default ->
          Arrays.stream(Primitive.values())
              .filter(primitive -> primitive.toString().equals(name))
              .findFirst()
              .orElseThrow(() -> unexpected("a type"));
    };
  }

  private Optional<WitType> part() {
    return skip("_") ? Optional.empty() : Optional.of(type());
  }

  private WitType.Named field() {
    String name = word();
    expect(":");
    return new WitType.Named(name, type());
  }

  private WitType.Case variantCase() {
    String name = word();
    if (!skip("(")) {
      return new WitType.Case(name, Optional.empty());
    }
    WitType payload = type();
    expect(")");
    return new WitType.Case(name, Optional.of(payload));
  }

  private <T> List<T> separated(String open, Supplier<T> item, String close) {
    expect(open);
    List<T> items = new ArrayList<>();
    do {
      items.add(item.get());
    } while (skip(","));
    expect(close);
    return items;
  }

  private String word() {
    skipSpaces();
    int start = next;
    while (next < wit.length()
        && (Character.isLetterOrDigit(wit.charAt(next)) || wit.charAt(next) == '-')) {
      next++;
    }
    return wit.substring(start, next);
  }

  private boolean skip(String token) {
    int before = next;
    skipSpaces();
    if (wit.startsWith(token, next)) {
      next += token.length();
      return true;
    }
    next = before;
    return false;
  }

  private void expect(String token) {
    if (!skip(token)) {
      throw unexpected(token);
    }
  }

  private void skipSpaces() {
    while (next < wit.length() && wit.charAt(next) == ' ') {
      next++;
    }
  }

  private IllegalArgumentException unexpected(String expected) {
    return new IllegalArgumentException(
        "expected " + expected + " before '" + wit.substring(next) + "' in " + wit);
  }
}
