package dev.switchblade.tests;

import dev.switchblade.wit.WitType;
import dev.switchblade.wit.WitType.Primitive;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The types of one component, as its text writes them. Records, variants, enums and flags must have
 * a name before a function of the component's interface can have them: it imports each.
 */
final class GuestTypes {

  private final Map<WitType, String> names = new HashMap<>();
  private final StringBuilder definitions = new StringBuilder();

  /** What the component's text must have before the types that have been written. */
  String definitions() {
    return definitions.toString();
  }

  /** Writes a type. */
  String text(WitType type) {
    return switch (type) {
      case Primitive primitive -> primitive.toString();
      case WitType.ListOf list -> "(list " + text(list.element()) + ")";
      case WitType.FixedLengthListOf list ->
          "(list " + text(list.element()) + " " + list.length() + ")";
      case WitType.MapOf map -> "(map " + text(map.key()) + " " + text(map.value()) + ")";
      case WitType.OptionOf option -> "(option " + text(option.value()) + ")";
      case WitType.ResultOf result ->
          "(result"
              + result.ok().map(ok -> " " + text(ok)).orElse("")
              + result.error().map(error -> " (error " + text(error) + ")").orElse("")
              + ")";
      case WitType.TupleOf tuple ->
          tuple.elements().stream()
              .map(this::text)
              .collect(Collectors.joining(" ", "(tuple ", ")"));
      default -> name(type);
    };
  }

  private String name(WitType type) {
    String known = names.get(type);
    if (known != null) {
      return known;
    }
    String definition = definition(type);
    String id = "t" + names.size();
    definitions.append("(type $%s-definition %s)\n".formatted(id, definition));
    definitions.append("(import \"%1$s\" (type $%1$s (eq $%1$s-definition)))\n".formatted(id));
    names.put(type, "$" + id);
    return "$" + id;
  }

  private String definition(WitType type) {
    return switch (type) {
      case WitType.RecordOf record ->
          record.fields().stream()
              .map(field -> "(field \"" + field.name() + "\" " + text(field.type()) + ")")
              .collect(Collectors.joining(" ", "(record ", ")"));
      case WitType.VariantOf variant ->
          variant.cases().stream()
              .map(one -> "(case \"" + one.name() + "\"" + payload(one) + ")")
              .collect(Collectors.joining(" ", "(variant ", ")"));
      case WitType.EnumOf labels -> labels("enum", labels.names());
      case WitType.FlagsOf labels -> labels("flags", labels.names());
      default -> throw new IllegalArgumentException("no type to be passed: " + type);
    };
  }

  private String payload(WitType.Case one) {
    return one.payload().map(type -> " " + text(type)).orElse("");
  }

  private static String labels(String sort, List<String> names) {
    return names.stream().collect(Collectors.joining("\" \"", "(" + sort + " \"", "\")"));
  }
}
