package dev.switchblade.tests;

import java.util.ArrayList;
import java.util.List;

/**
 * A type of a component.
 *
 * @param text as the text format writes it
 * @param flat the core values that it flattens to
 */
record GuestType(String text, List<String> flat) {

  /** Reads a type as WIT writes it. */
  static GuestType of(String wit) {
    var parser = new Parser(wit);
    GuestType type = parser.type();
    if (parser.next != wit.length()) {
      throw new IllegalArgumentException(wit.substring(parser.next));
    }
    return type;
  }

  private static final class Parser {
    private final String wit;
    private int next;

    Parser(String wit) {
      this.wit = wit;
    }

    GuestType type() {
      int start = next;
      while (next < wit.length()
          && (Character.isLetterOrDigit(wit.charAt(next)) || wit.charAt(next) == '_')) {
        next++;
      }
      String name = wit.substring(start, next);
      List<GuestType> parts = new ArrayList<>();
      if (next < wit.length() && wit.charAt(next) == '<') {
        do {
          next++;
          while (wit.charAt(next) == ' ') {
            next++;
          }
          parts.add(type());
        } while (wit.charAt(next) == ',');
        next++;
      }
      return make(name, parts);
    }

    private static GuestType make(String name, List<GuestType> parts) {
      return switch (name) {
        case "_" -> new GuestType("", List.of());
        case "bool", "s8", "u8", "s16", "u16", "s32", "u32", "char" ->
            new GuestType(name, List.of("i32"));
        case "s64", "u64" -> new GuestType(name, List.of("i64"));
        case "f32", "f64" -> new GuestType(name, List.of(name));
        case "string" -> new GuestType(name, List.of("i32", "i32"));
        case "list" -> new GuestType("(list " + parts.get(0).text + ")", List.of("i32", "i32"));
        case "option" ->
            new GuestType(
                "(option " + parts.get(0).text + ")", cases(List.of(), parts.get(0).flat));
        case "result" -> {
          GuestType nothing = new GuestType("", List.of());
          GuestType ok = parts.isEmpty() ? nothing : parts.get(0);
          GuestType error = parts.size() < 2 ? nothing : parts.get(1);
          String text = "(result" + (ok.text.isEmpty() ? "" : " " + ok.text);
          text += error.text.isEmpty() ? ")" : " (error " + error.text + "))";
          yield new GuestType(text, cases(ok.flat, error.flat));
        }
        default -> throw new IllegalArgumentException(name);
      };
    }

    private static List<String> cases(List<String> one, List<String> other) {
      List<String> flat = new ArrayList<>();
      flat.add("i32");
      for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
        String a = i < one.size() ? one.get(i) : other.get(i);
        String b = i < other.size() ? other.get(i) : a;
        boolean narrow = !(a + b).contains("64");
        flat.add(a.equals(b) ? a : narrow ? "i32" : "i64");
      }
      return flat;
    }
  }
}
