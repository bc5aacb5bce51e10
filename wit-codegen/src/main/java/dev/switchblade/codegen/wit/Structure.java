package dev.switchblade.codegen.wit;

import dev.switchblade.codegen.wit.TypeRef.Primitive;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Types spelled out, as WIT writes them: two that are spelled alike have the same values. */
final class Structure {

  private final Document document;

  Structure(Document document) {
    this.document = document;
  }

  /** A type with its name, if it has one, and all that it is made of. */
  String of(TypeDef def) {
    return def.about().name() + " " + kind(def);
  }

  private String of(@Nullable TypeRef ref) {
    TypeDef def = ref == null ? null : document.definition(ref);
    if (def != null) {
      return of(def);
    }
    return ref != null && document.resolved(ref) instanceof Primitive primitive
        ? primitive.wit()
        : "_";
  }

  private String kind(TypeDef def) {
    return switch (def.kind()) {
      case TypeDef.RecordOf(var fields) ->
          "record " + list(fields.stream().map(one -> one.name() + ": " + of(one.type())).toList());
      case TypeDef.VariantOf variant ->
          "variant "
              + list(
                  variant.cases().stream()
                      .map(one -> one.name() + "(" + of(one.payload()) + ")")
                      .toList());
      case TypeDef.EnumOf(var labels, _) ->
          "enum " + list(labels.stream().map(TypeDef.Label::name).toList());
      case TypeDef.FlagsOf(var labels) ->
          "flags " + list(labels.stream().map(TypeDef.Label::name).toList());
      case TypeDef.TupleOf(var elements, _) ->
          "tuple " + list(elements.stream().map(this::of).toList());
      case TypeDef.OptionOf option -> "option " + of(option.value());
      case TypeDef.ResultOf result -> "result " + list(List.of(of(result.ok()), of(result.err())));
      case TypeDef.ListOf list -> "list " + of(list.element());
      case TypeDef.FixedLengthList list -> "list " + of(list.element()) + ", " + list.length();
      case TypeDef.MapOf map -> "map " + list(List.of(of(map.key()), of(map.value())));
      // Each is like itself only.
      case TypeDef.Resource _ -> "resource " + def.number();
      case TypeDef.Handle(int resource, boolean owned) ->
          (owned ? "own " : "borrow ") + document.resource(resource).number();
      case TypeDef.Channel(String word) -> word + " " + def.number();
      case TypeDef.Alias(TypeRef target) -> of(target);
    };
  }

  private static String list(List<String> parts) {
    return parts.stream().collect(Collectors.joining(", ", "{", "}"));
  }
}
